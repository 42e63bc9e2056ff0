/// What a parameter takes to have an effect, such as data of some kind, of which a command knows only when it
/// has read them whether they are there.
///
/// This module gives it no meaning: a program names its own in an extension, declares them with its
/// parameters, and asks `GivenParameters` for those that were given in vain.
public struct Need: RawRepresentable, Hashable, Sendable {
  /// The need in the program's own words.
  public let rawValue: String

  /// A need.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// The parameters that a command line gave, by what they need.
public struct GivenParameters: Hashable, Sendable {
  /// A need that a parameter has with the value that it was given, and how messages call the two.
  struct Entry: Hashable, Sendable {
    let need: Need
    let spelling: String
  }

  /// The needs of each parameter that was given, in the order of help.
  let entries: [[Entry]]

  /// None.
  public init() { entries = [] }

  init(_ entries: [[Entry]]) { self.entries = entries }

  /// The parameters given that need one of `needs`, as messages call them, in the order of help.
  public func needing(_ needs: Need...) -> [String] { needing(needs) }

  /// The same of a list.
  public func needing(_ needs: [Need]) -> [String] {
    entries.compactMap { entries in entries.first { needs.contains($0.need) }?.spelling }
  }
}
