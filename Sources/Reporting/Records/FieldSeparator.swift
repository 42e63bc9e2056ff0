/// What stands between the fields of a record.
package enum FieldSeparator: String, Sendable {
  /// In CSV.
  case comma = ","
  /// In TSV.
  case tab = "\t"

  /// The same as a byte.
  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    }
  }
}
