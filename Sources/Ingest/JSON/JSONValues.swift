/// The wanted values of one record: fields of the window where they stand there as they are, else
/// of a text of their own.
struct JSONValues: Sendable {
  /// A value that cannot be used, whatever the consumer wants.
  enum Unusable: Error {
    /// A text with half a surrogate pair, at a byte of the window.
    case loneSurrogate(at: Int)
    /// An object or array where a text is wanted.
    case container(slot: Int, value: Range<Int>)
  }

  /// The values, by slot.
  private(set) var fields: [Field] = []
  /// What the fields point into where they were composed.
  private(set) var text: [UInt8] = []

  /// Points the fields at the values in the window.
  ///
  /// - Returns: whether all of them stand there as they are.
  @inline(__always)
  mutating func fill(_ members: [JSONRecord.Member], _ memberOfSlot: [Int]) -> Bool {
    if fields.count != memberOfSlot.count {
      fields = [Field](repeating: Field(), count: memberOfSlot.count)
    }
    for slot in memberOfSlot.indices {
      let place = memberOfSlot[slot]
      guard place >= 0 else { return false }
      let start = members[place].start
      let end = members[place].end
      switch members[place].kind {
      case .text: fields[slot] = Field(start: start + 1, end: end &- 1, quoting: .quoted)
      case .number, .boolean: fields[slot] = Field(start: start, end: end)
      case .null: fields[slot] = Field(start: start, end: start)
      case .escapedText, .object, .array: return false
      }
    }
    return true
  }

  /// Writes the values into `text`, texts without their escapes and objects of numbers as sums.
  mutating func compose<Columns>(
    _ window: Span<UInt8>, _ members: [JSONRecord.Member], _ memberOfSlot: [Int],
    _ shape: JSONShape<Columns>, category: [UInt8], model: [UInt8]
  ) throws(Unusable) {
    text.removeAll(keepingCapacity: true)
    for slot in memberOfSlot.indices {
      let start = text.count
      var quoting = Field.Quoting.quoted
      switch shape.sources[slot] {
      case .category: text += category
      case .model: text += model
      case .key:
        let member = members[memberOfSlot[slot]]
        try append(member, slot, shape.isText[slot], window)
        if member.kind != .text, member.kind != .escapedText { quoting = .plain }
      }
      fields[slot] = Field(start: start, end: text.count, quoting: quoting)
    }
  }

  private mutating func append(
    _ member: JSONRecord.Member, _ slot: Int, _ isText: Bool, _ window: Span<UInt8>
  ) throws(Unusable) {
    var value = Field(start: member.start, end: member.end)
    switch member.kind {
    case .null: return
    case .number, .boolean: break
    case .text:
      value.start += 1
      value.end -= 1
    case .escapedText:
      do throws(JSONStop) {
        try JSONText.decode(window, from: value.start + 1, to: value.end - 1, into: &text)
      } catch {
        guard case .fault(_, let place) = error else { return }
        throw .loneSurrogate(at: place)
      }
      return
    case .object, .array:
      if isText { throw .container(slot: slot, value: value.start..<value.end) }
      if member.kind == .object,
        let sum = JSONSum.text(window, from: value.start, to: value.end)
      {
        text += Array(sum.utf8)
        return
      }
    }
    for index in value.start..<value.end { text.append(window[index]) }
  }
}

extension JSONValues.Unusable {
  /// The error, told with the value.
  ///
  /// - Parameters:
  ///   - place: where the record begins.
  ///   - headings: the names of the columns, by slot.
  ///   - origin: what places in the window are counted from.
  func error(
    at place: Place, _ headings: [String], _ window: Span<UInt8>, _ origin: JSONPlace
  ) -> IngestError {
    switch self {
    case .loneSurrogate(let byte):
      return origin.error(.fault(.loneSurrogate, at: byte), window, end: window.count)
    case .container(let slot, let value):
      let name = headings[slot]
      let isArray = window[value.lowerBound] == ASCII.openBracket
      return .value(
        place, column: name,
        value: quoted(
          bytes: Field(start: value.lowerBound, end: value.upperBound).bytes(in: window)),
        expected: "a text",
        remedy: "name \(isArray ? "a place in it" : "a key inside it") with --columns, such as "
          + "\(name)\(isArray ? "[0]" : ".KEY"); " + RowProblem.skipRemedy)
    }
  }
}
