/// The twin of the scanner: one byte after another, states by name, nothing clever.
///
/// Reads comma-separated text into records of fields; an input that the scanner must refuse gives
/// `nil` for its broken record and ends there.
struct SlowReader {
  /// A record, the line on which it begins, and its fields.
  struct Record: Equatable {
    var line: Int
    var fields: [[UInt8]]?
  }

  private enum State {
    case fieldStart
    case plain
    case quoted
    case quoteInQuoted
  }

  /// The records of `bytes`, empty lines left out.
  static func records(_ bytes: [UInt8]) -> [Record] {
    var records: [Record] = []
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var state = State.fieldStart
    var line = 1
    var recordLine = 1
    var quoteLine = 1
    var hasQuotes = false
    var index = 0

    func endRecord() {
      fields.append(field)
      if !(fields.count == 1 && field.isEmpty && !hasQuotes) {
        records.append(Record(line: recordLine, fields: fields))
      }
      fields = []
      field = []
      hasQuotes = false
      state = .fieldStart
      recordLine = line
    }

    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      let isLineEnd = byte == 10 || byte == 13
      var isPair = false
      if byte == 13, index < bytes.count, bytes[index] == 10 {
        isPair = true
        index += 1
      }
      if isLineEnd { line += 1 }
      switch state {
      case .quoted:
        if byte == 34 {
          state = .quoteInQuoted
        } else {
          field.append(byte)
          if isPair { field.append(10) }
        }
      case .quoteInQuoted where byte == 34:
        field.append(34)
        state = .quoted
      case .quoteInQuoted where byte != 44 && !isLineEnd:
        records.append(Record(line: quoteLine, fields: nil))
        return records
      case .fieldStart where byte == 34:
        state = .quoted
        quoteLine = line
        hasQuotes = true
      case _ where byte == 44:
        fields.append(field)
        field = []
        state = .fieldStart
      case _ where isLineEnd:
        endRecord()
      default:
        field.append(byte)
        state = .plain
      }
    }
    if state == .quoted {
      records.append(Record(line: quoteLine, fields: nil))
    } else if !fields.isEmpty || !field.isEmpty || hasQuotes {
      endRecord()
    }
    return records
  }
}

/// Random numbers that are the same in every run (SplitMix64, Steele et al. 2014).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word &>> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word &>> 31)
  }
}
