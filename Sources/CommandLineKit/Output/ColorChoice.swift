/// When to write in color.
public enum ColorChoice: String, ArgumentValue, CaseIterable {
  /// When a person looks at a terminal that can show it and has not objected.
  case auto
  /// Always, even into a file.
  case always
  /// Never.
  case never
}
