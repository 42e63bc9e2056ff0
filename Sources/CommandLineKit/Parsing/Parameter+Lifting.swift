extension Parameter {
  /// The same parameter for an outer type that keeps a `Target` in the property `path`.
  ///
  /// Options that several commands share are declared once, on a type of their own, and lifted
  /// into every command that has a property of that type.
  public func lifted<Outer>(
    through path: any WritableKeyPath<Outer, Target> & Sendable
  ) -> Parameter<Outer> {
    var lifted = Parameter<Outer>(
      outline,
      defaultText: { [defaultText] outer in defaultText(outer[keyPath: path]) },
      apply: { [apply] outer, text in apply(&outer[keyPath: path], text) })
    lifted.needs = needs.map { need in
      Parameter<Outer>.DeclaredNeed(
        need: need.need, spelling: need.spelling, applies: { need.applies($0[keyPath: path]) })
    }
    return lifted
  }
}

extension Array {
  /// Every parameter lifted into an outer type through its property `path`.
  public func lifted<Inner, Outer>(
    through path: any WritableKeyPath<Outer, Inner> & Sendable
  ) -> [Parameter<Outer>] where Element == Parameter<Inner> {
    map { $0.lifted(through: path) }
  }

  /// The same parameters under the heading `title` in help.
  public func section<Target>(_ title: String) -> Self where Element == Parameter<Target> {
    map { parameter in
      var copy = parameter
      copy.outline.section = title
      return copy
    }
  }
}
