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
  /// What it takes to have an effect.
  var needs: [DeclaredNeed] = []
  /// The default of a freshly made target, for help.
  let defaultText: @Sendable (Target) -> String
  /// Sets the property from a word (empty for flags), or tells why it does not.
  let apply: @Sendable (inout Target, String) -> ValueProblem?

  init(
    _ outline: ParameterOutline,
    defaultText: @escaping @Sendable (Target) -> String = { _ in "" },
    apply: @escaping @Sendable (inout Target, String) -> ValueProblem?
  ) {
    self.outline = outline
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

  /// The same parameter, told of in `words` by `-h`, whose page has a line for each of the options that
  /// are used most.
  public func brief(_ words: String) -> Self {
    var copy = self
    copy.outline.brief = words
    return copy
  }

  /// The same argument, which may be left out where the option with the long name `option` is given.
  public func unless(_ option: String) -> Self {
    var copy = self
    copy.outline.substitute = option
    return copy
  }

  /// The same parameter, offering `choices` that are only known at run time.
  func offering(_ choices: [String]) -> Self {
    var copy = self
    copy.outline.choices = choices
    return copy
  }
}
