/// The version of the program, which `--version` prints and every JSON document bears.
package enum ProgramVersion {
  /// Such as 1.2.3.
  package static let text = "0.1.0"
}
