public import Battles

/// Reads which models go by which other name in another file: columns `board` and `other`.
///
/// - Parameter file: a path; `-` is standard input.
/// - Throws: `IngestError` where a column is not there, a name is paired twice or empty, or there is
///   no row.
public func readNamePairs(_ file: InputPath) throws(IngestError) -> [NamePair] {
  try InputForm.check(path: file.name)
  return try readNamePairs(InputBuffer(ByteSource(opening: file)))
}

/// Reads pairs of names from memory.
package func readNamePairs(_ file: InMemoryFile) throws(IngestError) -> [NamePair] {
  try readNamePairs(InputBuffer(ByteSource(bytes: file.bytes, file: file.name)))
}

private func readNamePairs(_ buffer: consuming InputBuffer) throws(IngestError) -> [NamePair] {
  var collector = NamePairCollector()
  try readTable(buffer, into: &collector, named: [])
  return collector.collected()
}
