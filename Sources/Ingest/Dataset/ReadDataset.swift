/// Reads battles or a published board.
///
/// Several files are one data set, each with its own header; they must be of one kind. What a file
/// is, its delimiter and its columns are recognised by its content. Memory does not grow with the
/// number of battles.
///
/// - Parameters:
///   - files: paths; `-` is standard input.
///   - options: what the header does not say, filters, and what happens on a bad row.
///   - progress: told now and then which share of the files was read, from 0 to 1; never for a pipe.
/// - Throws: `IngestError` with the file, the line and the next step.
/// - Complexity: O(bytes) time.
public func readDataset(
  _ files: [InputPath], options: ReadOptions = ReadOptions(),
  progress: (@Sendable (Double) -> Void)? = nil
) throws(IngestError) -> ReadResult {
  var reader = try counted(files, options: options, progress: progress)
  return try reader.result()
}

/// Reads data sets that belong together, such as two snapshots: winner columns with the same headings are
/// read in one way in all of them.
///
/// - Parameters:
///   - requests: the files of each data set, and how they are read.
///   - progress: told now and then which share of all was read, from 0 to 1; never for a pipe.
/// - Returns: the data sets, in their order.
/// - Throws: `IngestError` with the file, the line and the next step.
public func readDatasets(
  _ requests: [(files: [InputPath], options: ReadOptions)],
  progress: (@Sendable (Double) -> Void)? = nil
) throws(IngestError) -> [ReadResult] {
  var readers: [DatasetReader] = []
  for (index, request) in requests.enumerated() {
    let count = Double(requests.count)
    readers.append(
      try counted(
        request.files, options: request.options,
        progress: { share in progress?((Double(index) + share) / count) }))
  }
  var results: [ReadResult] = []
  for index in readers.indices {
    let others = readers.indices.filter { $0 != index }.flatMap { readers[$0].evidence }
    results.append(try readers[index].result(beside: others))
  }
  return results
}

/// Reads files up to where only the meaning of their labels is open.
private func counted(
  _ files: [InputPath], options: ReadOptions, progress: (@Sendable (Double) -> Void)?
) throws(IngestError) -> DatasetReader {
  try requireFiles(files.map(\.name))
  let tuning = ReadTuning()
  var reader = try DatasetReader(options, tuning)
  for (index, file) in files.enumerated() {
    try InputForm.check(path: file.name)
    let count = Double(files.count)
    let source = try ByteSource(
      opening: file, progress: { share in progress?((Double(index) + share) / count) })
    try reader.read(InputBuffer(source, size: tuning.windowSize))
  }
  return reader
}

/// The same with paths that are spelled as text.
public func readDataset(
  _ files: [String], options: ReadOptions = ReadOptions(),
  progress: (@Sendable (Double) -> Void)? = nil
) throws(IngestError) -> ReadResult {
  try readDataset(files.map { InputPath($0) }, options: options, progress: progress)
}

/// A file that is in memory.
package struct InMemoryFile: Sendable {
  /// The name that messages show.
  package let name: String
  /// The file's bytes.
  package let bytes: [UInt8]

  /// A file named `name`.
  package init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Reads a data set from memory.
package func readDataset(
  _ files: [InMemoryFile], options: ReadOptions = ReadOptions(), tuning: ReadTuning = ReadTuning()
) throws(IngestError) -> ReadResult {
  try requireFiles(files.map(\.name))
  var reader = try DatasetReader(options, tuning)
  for file in files {
    try reader.read(
      InputBuffer(ByteSource(bytes: file.bytes, file: file.name), size: tuning.windowSize))
  }
  return try reader.result()
}

private func requireFiles(_ files: [String]) throws(IngestError) {
  guard !files.isEmpty else {
    throw .usage(what: "no input file is named", remedy: "name a file, or - for standard input")
  }
  guard files.filter({ $0 == "-" }).count <= 1 else {
    throw .usage(
      what: "standard input is named more than once", remedy: "name - once")
  }
}
