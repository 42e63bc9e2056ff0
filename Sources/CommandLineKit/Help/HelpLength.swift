/// How much a page of help tells.
public enum HelpLength: Sendable {
  /// What fits on a screen: the page of `-h`.
  case short
  /// Everything: the page of `--help` and `help`.
  case long

  /// What `words` ask for, which ask for help: the long page where they spell it out.
  init(asked words: ArraySlice<String>) {
    self = words.prefix { $0 != "--" }.contains("--help") ? .long : .short
  }
}
