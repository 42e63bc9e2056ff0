extension Parameter {
  /// A positional word that must be given; the property's initial value is never seen.
  public static func argument<Value: ArgumentValue>(
    _ valueName: String, _ path: Path<Value>, completion: Completion = .none, help: String
  ) -> Self {
    positional(Value.self, valueName, isRequired: true, completion, help) { target, value in
      target[keyPath: path] = value
    }
  }

  /// A positional word that may be left out; the property then stays `nil`.
  public static func argument<Value: ArgumentValue>(
    _ valueName: String, _ path: Path<Value?>, isRequired: Bool = false,
    completion: Completion = .none, help: String
  ) -> Self {
    positional(Value.self, valueName, isRequired: isRequired, completion, help) { target, value in
      target[keyPath: path] = value
    }
  }

  /// All positional words that are left, appended in order: the last argument of its command.
  public static func arguments<Value: ArgumentValue>(
    _ valueName: String, _ path: Path<[Value]>, isRequired: Bool = true,
    completion: Completion = .none, help: String
  ) -> Self {
    var parameter = positional(Value.self, valueName, isRequired: isRequired, completion, help) {
      target, value in target[keyPath: path].append(value)
    }
    parameter.outline.isRepeatable = true
    return parameter
  }

  private static func positional<Value: ArgumentValue>(
    _ type: Value.Type, _ valueName: String, isRequired: Bool, _ completion: Completion,
    _ help: String, _ store: @escaping @Sendable (inout Target, Value) -> Void
  ) -> Self {
    var outline = ParameterOutline(.argument, valueName: valueName, help: help)
    outline.section = "Arguments"
    outline.completion = completion == .none && Value.takesAnyBytes ? .file : completion
    outline.choices = Value.choices
    outline.acceptsOtherWords = Value.acceptsOtherWords
    outline.takesAnyBytes = Value.takesAnyBytes
    outline.isRequired = isRequired
    return Self(outline) { target, text in
      ValueRule<Value>.any.apply(text) { store(&target, $0) }
    }
  }
}
