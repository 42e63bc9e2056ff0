extension Parameter {
  /// A switch that makes a property true.
  public static func flag(
    _ long: String, short: Character? = nil, _ path: Path<Bool>,
    section: String = ParameterOutline.generalSection, help: String
  ) -> Self {
    flag(long, short: short, path, sets: true, section: section, help: help)
  }

  /// A switch that sets a property to `value`, such as one case of an enum.
  public static func flag<Value: Sendable>(
    _ long: String, short: Character? = nil, _ path: Path<Value>, sets value: Value,
    section: String = ParameterOutline.generalSection, help: String
  ) -> Self {
    var outline = ParameterOutline(.flag, long: long, short: short, help: help)
    outline.section = section
    return Self(outline) { target, _ in
      target[keyPath: path] = value
      return nil
    }
  }

  /// An option with one value, to be given once; its default is the property's initial value.
  ///
  /// - Parameter rule: which values it takes of those that can be read.
  public static func option<Value: ArgumentValue>(
    _ long: String, short: Character? = nil, _ path: Path<Value>, _ valueName: String,
    section: String = ParameterOutline.generalSection, completion: Completion = .none,
    values rule: ValueRule<Value> = .any, help: String
  ) -> Self {
    Self(
      valued(rule, long, short, valueName, section, completion, help),
      defaultText: { $0[keyPath: path].argumentText },
      apply: { target, text in rule.apply(text) { target[keyPath: path] = $0 } })
  }

  /// An option whose property is `nil` until it is given, so that the command can tell; `default`
  /// is what help says happens without it.
  public static func option<Value: ArgumentValue>(
    _ long: String, short: Character? = nil, _ path: Path<Value?>, _ valueName: String,
    default defaultText: String = "", section: String = ParameterOutline.generalSection,
    completion: Completion = .none, values rule: ValueRule<Value> = .any, help: String
  ) -> Self {
    Self(
      valued(rule, long, short, valueName, section, completion, help),
      defaultText: { _ in defaultText },
      apply: { target, text in rule.apply(text) { target[keyPath: path] = $0 } })
  }

  /// An option that may be repeated: every occurrence appends to the property's initial value.
  public static func options<Value: ArgumentValue>(
    _ long: String, short: Character? = nil, _ path: Path<[Value]>, _ valueName: String,
    default defaultText: String = "", section: String = ParameterOutline.generalSection,
    completion: Completion = .none, help: String
  ) -> Self {
    let rule = ValueRule<Value>.any
    var outline = valued(rule, long, short, valueName, section, completion, help)
    outline.isRepeatable = true
    return Self(
      outline, defaultText: { _ in defaultText },
      apply: { target, text in
        rule.apply(text) { target[keyPath: path].append($0) }
      })
  }

  private static func valued<Value: ArgumentValue>(
    _ rule: ValueRule<Value>, _ long: String, _ short: Character?, _ valueName: String,
    _ section: String, _ completion: Completion, _ help: String
  ) -> ParameterOutline {
    var outline = ParameterOutline(
      .option, long: long, short: short, valueName: valueName, help: help)
    outline.section = section
    outline.completion = completion == .none && Value.takesAnyBytes ? .file : completion
    outline.choices = Value.choices
    outline.range = rule.expected
    outline.acceptsOtherWords = Value.acceptsOtherWords
    outline.takesAnyBytes = Value.takesAnyBytes
    return outline
  }
}
