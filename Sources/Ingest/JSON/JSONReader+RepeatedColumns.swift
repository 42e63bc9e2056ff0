extension JSONReader {
  /// The keys of clusters that nobody named, by the records in the window, which stay unread; only where
  /// records stand one after the other, or in an array.
  func unnamedClusters(_ root: JSONRoot, _ keys: JSONKeys) -> [String] {
    guard root == .values || root == .array else { return [] }
    let depth = root == .array ? 1 : 0
    var scanner = JSONScanner(
      at: buffer.start, end: buffer.end, isComplete: buffer.isComplete, notANumber: notANumber)
    var record = JSONRecord(keys)
    var look: RepeatedColumns?
    var isFirst = true
    do throws(JSONStop) {
      if root == .array { try scanner.open(depth: 1) }
      while !(look?.isDone ?? false) {
        var byte = try scanner.peek(buffer.storage.span)
        if !isFirst, root == .array, byte == ASCII.comma {
          scanner.position += 1
          byte = try scanner.peek(buffer.storage.span)
        }
        guard byte == ASCII.openBrace else { break }
        try record.scan(&scanner, buffer.storage.span, depth: depth)
        let own = record.members.filter { $0.parent < 0 }
        if isFirst {
          look = RepeatedColumns(own.map { record.keys.name($0.key) })
          guard look != nil else { return [] }
        }
        isFirst = false
        let row = look?.names.map { name in
          own.first { record.keys.name($0.key).utf8.elementsEqual(name.utf8) }.map {
            Field(start: $0.start, end: $0.end).bytes(in: buffer.storage.span)
          } ?? []
        }
        look?.take(row ?? [])
      }
    } catch {
      // The window ends in a record, or what is there is told of where it is read.
    }
    return look?.repeated ?? []
  }
}
