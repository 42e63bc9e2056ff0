/// How the numbers of a column may be written.
public enum ValueForm: Sendable, Equatable {
  /// As digits, a point and an exponent.
  case plain
  /// Also as people write amounts: `1.99T`, `338B`, `$3.00`, `12.5%`; see `Quantity`.
  case quantity
}

/// How messages about a column of values name the options that choose it.
public struct ValueOptionNames: Sendable, Equatable {
  /// What stands before the name of a column of names.
  public var name: String
  /// What stands before the name of a column of values.
  public var value: String
  /// The option that filters rows.
  public var filter: String

  /// The names of options where there is one file only.
  public init(
    name: String = "--columns model=", value: String = "--value ", filter: String = "--where"
  ) {
    self.name = name
    self.value = value
    self.filter = filter
  }
}
