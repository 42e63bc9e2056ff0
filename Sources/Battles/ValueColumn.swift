/// One number for each of some names: true ratings to simulate from, prices, weekly tokens.
public struct ValueColumn: Sendable, Equatable {
  /// The names; `values` is indexed by their ids.
  public let roster: Roster
  /// What the values are, as the column was headed.
  public let label: String
  /// The values, finite, on the column's own scale.
  public let values: [Double]

  /// A column whose values are indexed by the ids of `roster`.
  ///
  /// - Precondition: there are as many values as names.
  public init(roster: Roster, label: String, values: [Double]) {
    precondition(values.count == roster.count, "one value a name")
    self.roster = roster
    self.label = label
    self.values = values
  }
}
