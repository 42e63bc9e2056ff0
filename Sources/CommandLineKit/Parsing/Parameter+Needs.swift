extension Parameter {
  /// A need, and when a parameter that was given has it.
  struct DeclaredNeed: Sendable {
    let need: Need
    /// How messages call the parameter; empty where that is its own spelling.
    let spelling: String
    let applies: @Sendable (Target) -> Bool
  }

  /// The same parameter, which has an effect only where all of `needs` are met.
  public func needs(_ needs: Need...) -> Self {
    needs.reduce(self) { parameter, need in parameter.needs(need) { _ in true } }
  }

  /// The same parameter, which needs `need` where it was given such a value that `applies` holds.
  ///
  /// - Parameter spelling: how messages call the parameter with such a value, where that is not its name.
  public func needs(
    _ need: Need, as spelling: String = "", where applies: @escaping @Sendable (Target) -> Bool
  ) -> Self {
    var copy = self
    copy.needs.append(DeclaredNeed(need: need, spelling: spelling, applies: applies))
    return copy
  }

  /// What it needs with the values that `target` has.
  func entries(_ target: Target) -> [GivenParameters.Entry] {
    needs.filter { $0.applies(target) }.map {
      GivenParameters.Entry(
        need: $0.need, spelling: $0.spelling.isEmpty ? outline.spelling : $0.spelling)
    }
  }
}
