import Battles
import Ingest

/// Reads `text` as the file `name`.
func read(
  _ text: String, named name: String = "battles.csv", _ options: ReadOptions = ReadOptions(),
  windowSize: Int = 1 << 16
) throws(IngestError) -> ReadResult {
  var tuning = ReadTuning()
  tuning.windowSize = windowSize
  return try readDataset(
    [InMemoryFile(name, Array(text.utf8))], options: options, tuning: tuning)
}

/// Why `text` cannot be read, or `nil` where it can.
func failure(
  _ text: String, named name: String = "battles.csv", _ options: ReadOptions = ReadOptions()
) -> IngestError? {
  failure(Array(text.utf8), named: name, options)
}

/// Why `bytes` cannot be read, or `nil` where they can.
func failure(
  _ bytes: [UInt8], named name: String = "battles.csv", _ options: ReadOptions = ReadOptions()
) -> IngestError? {
  do throws(IngestError) {
    _ = try readDataset([InMemoryFile(name, bytes)], options: options)
    return nil
  } catch {
    return error
  }
}

/// The cells of battles as `a|b|outcome|count`, in order; nothing for a board.
func cells(_ result: ReadResult) -> [String] {
  guard let cells = battles(result) else { return [] }
  return (0..<cells.cellCount).map { index in
    let cell = cells[index]
    let names = cells.roster.names
    return "\(names[Int(cell.a)])|\(names[Int(cell.b)])|\(cell.outcome.label)|\(cell.count)"
  }
}

/// The battles of `text` as `a|b|outcome|count`.
func cells(_ text: String, _ options: ReadOptions = ReadOptions()) throws(IngestError) -> [String] {
  cells(try read(text, options))
}

/// The battles in `result`, or `nil` where it is a board.
func battles(_ result: ReadResult) -> Cells? {
  if case .battles(let cells) = result.dataset { return cells }
  return nil
}

/// The board in `result`, or `nil` where it is battles.
func board(_ result: ReadResult) -> PublishedScores? {
  if case .board(let scores) = result.dataset { return scores }
  return nil
}

/// The usual options with some set.
func options(_ change: (inout ReadOptions) throws -> Void) rethrows -> ReadOptions {
  var options = ReadOptions()
  try change(&options)
  return options
}

/// Options with a column mapping as the command line gives it.
func mapping(_ columns: String) throws(IngestError) -> ReadOptions {
  var options = ReadOptions()
  options.columns = try ColumnMapping(parsing: columns)
  return options
}

/// Options with filters as the command line gives them.
func filters(_ conditions: String...) throws -> ReadOptions {
  try options { $0.filters = try conditions.map { try RowFilter(parsing: $0) } }
}
