/// One switch, option or positional argument of `Target`: how it is spelled and described, and
/// what a word does to the target.
///
/// A command lists its parameters once; the parser, help, completions and suggestions are all made
/// from that list, so none of them can know an option that the others do not.
public struct Parameter<Target>: Sendable {
  /// A property of the target.
  public typealias Path<Value> = any WritableKeyPath<Target, Value> & Sendable
  /// What a shell offers for the value.
  public typealias Completion = ParameterOutline.Completion

  /// The description, without the default, which only a target can tell.
  public internal(set) var outline: ParameterOutline
  /// Completes "expected …" about a word that cannot be read.
  let expectation: String
  /// The default of a freshly made target, for help.
  let defaultText: @Sendable (Target) -> String
  /// Sets the property from a word (empty for flags); false where the word cannot be read.
  let apply: @Sendable (inout Target, String) -> Bool

  init(
    _ outline: ParameterOutline, expectation: String = "",
    defaultText: @escaping @Sendable (Target) -> String = { _ in "" },
    apply: @escaping @Sendable (inout Target, String) -> Bool
  ) {
    self.outline = outline
    self.expectation = expectation
    self.defaultText = defaultText
    self.apply = apply
  }

  /// The description with the default that `initial` has.
  func outline(for initial: Target) -> ParameterOutline {
    var described = outline
    described.defaultText = defaultText(initial)
    return described
  }

  /// The same parameter, left out of help and completions.
  public var hidden: Self {
    var copy = self
    copy.outline.isHidden = true
    return copy
  }

  /// The same parameter, offering `choices` that are only known at run time.
  func offering(_ choices: [String]) -> Self {
    var copy = self
    copy.outline.choices = choices
    return copy
  }
}
