internal import Battles
internal import SafeText

/// A table as it was found in a text for people.
struct PastedTable: Sendable, Equatable {
  /// A row with its line; it may have another number of cells than there are headings.
  struct Row: Sendable, Equatable {
    var cells: [PastedCell]
    var line: Int
    /// What is wrong with the row, where it is none of this table.
    var fault: Fault? = nil
  }

  /// Why a line is no row, and what to do.
  struct Fault: Sendable, Equatable {
    var what: String
    var remedy: String
  }

  /// What the table is written in.
  var form: Reading.Form
  /// What stands above it, where something does.
  var title: String?
  /// The line of the headings, or of the first row where these have none.
  var line: Int
  var headings: [String]
  var rows: [Row]
  /// How many rows sum up others by where they stand.
  var summaries = 0
  /// How many more models a table of this program says that it does not show.
  var hiddenModels = 0

  /// The headings and rows as one text, which is the same where they are, wherever the tables stand.
  var contents: String {
    ([headings] + rows.map { $0.cells.map(\.marked) }).map { $0.joined(separator: "\t") }
      .joined(separator: "\n")
  }

  /// The headings, with the first rows as a sample.
  func header(file: String) -> Header {
    var header = Header(place: Place(file: file, line: line), names: headings)
    header.sample = rows.prefix(Self.sampleSize).filter { fits($0) }
      .map { row in
        headings.indices.map { $0 < row.cells.count ? row.cells[$0].text : "" }
      }
    return header
  }

  private static let sampleSize = 100

  /// The table as rows of one width.
  ///
  /// Rows with fewer cells than headings end in empty ones, as in Markdown and HTML; rows with more, and
  /// those that lack most, are faults.
  func text(file: String) -> TextTable {
    var table = TextTable(Header(place: Place(file: file, line: line), names: headings))
    var fitting: [Row] = []
    for row in rows where !row.cells.allSatisfy(\.text.isEmpty) {
      if fits(row) {
        fitting.append(row)
        continue
      }
      if let fault = row.fault {
        table.add(
          fault: .rows(Place(file: file, line: row.line), what: fault.what, remedy: fault.remedy))
        continue
      }
      table.add(
        fault: .rows(
          Place(file: file, line: row.line),
          what: "the row has \(row.cells.count) cell\(row.cells.count == 1 ? "" : "s"); expected "
            + "\(headings.count), as in the headings",
          remedy: RowProblem.skipRemedy))
    }
    if !table.header.isOwnTable {
      // What stands below all others and says so sums them up.
      while let last = fitting.last, last.cells.contains(where: { SummaryRow.isOne($0.text) }) {
        fitting.removeLast()
        table.summaries += 1
      }
    }
    let columns = headings.indices.map { column in
      Self.withoutMarks(
        fitting.map { column < $0.cells.count ? $0.cells[column] : PastedCell("") })
    }
    let isOwn = table.header.isOwnTable
    for (index, row) in fitting.enumerated() {
      table.append(
        columns.enumerated().map { column, cells in
          let text = Blanks.trimmed(cells[index].text)
          return isOwn && column == 2 ? OwnName.read(text) : text
        }, line: row.line)
    }
    table.summaries += summaries
    table.hiddenModels = isOwn ? hiddenModels : 0
    table.unmarked = columns.map { column in column.filter { $0.mark != nil }.map(\.text) }
    return table
  }

  private func fits(_ row: Row) -> Bool {
    guard row.fault == nil else { return false }
    let (cells, headings) = (row.cells.count, headings.count)
    if cells == headings { return true }
    guard form == .pipes || form == .html else { return false }
    // A row that lacks many of many cells is none of this table.
    return cells < headings && (headings <= 8 || cells * 2 >= headings)
  }

  /// The cells of a column without footnote marks, where that leaves them different.
  private static func withoutMarks(_ cells: [PastedCell]) -> [PastedCell] {
    guard cells.contains(where: { $0.mark != nil }) else { return cells }
    var counts: [[UInt8]: Int] = [:]
    for cell in cells { counts[Array(cell.text.utf8), default: 0] += 1 }
    return cells.map { cell in
      (counts[Array(cell.text.utf8)] ?? 0) > 1 ? PastedCell(cell.marked) : cell
    }
  }
}

/// The text of a cell, with the footnote mark that stood behind it.
struct PastedCell: Sendable, Equatable {
  /// The text without the mark.
  var text: String
  /// The mark, such as `*` or `†`, where there was one.
  var mark: String?

  /// A cell.
  init(_ text: String, mark: String? = nil) {
    self.text = text
    self.mark = mark
  }

  /// The text with its mark.
  var marked: String { text + (mark ?? "") }
}
