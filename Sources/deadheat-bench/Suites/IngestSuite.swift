import Battles
import CommandLineKit
import Ingest

/// Reading battle logs: as CSV and JSON Lines, in this process and in the program, from files and
/// from a pipe.
struct IngestSuite: Suite {
  private let setting: Setting
  private let files: [(form: LogForm, path: String, bytes: Int)]
  /// The battles that were written, collapsed without a detour through text.
  private let written: Cells

  init(_ setting: Setting) throws {
    self.setting = setting
    let arena = Arena(
      models: setting.workload.models, battles: setting.workload.rows, seed: Setting.seed)
    written = arena.cells()
    files = try LogForm.allCases.map { form in
      let path = setting.folder.file("battles.\(form.rawValue)")
      try BattleLog(arena, form).write(to: path, threads: setting.threads)
      return (form, path, try SystemFile.readThrough(path))
    }
  }

  var title: String {
    let sizes = files.map { "\(Decimals.megabytes($0.bytes)) MB as \($0.form.rawValue)" }
    return "\(Decimals.grouped(setting.workload.rows)) battles among "
      + "\(setting.workload.models) models, \(sizes.joined(separator: ", "))"
  }

  func check() throws -> [String] {
    try checkReading()
    let counts = setting.folder.file("counts.csv")
    for file in files {
      _ = try program(["count", file.path, "--output", counts]).wait()
      try expect(
        try read(counts).dataset == .battles(written), "the program's counts of \(file.form)")
      _ = try fedProgram(["count", "-", "--output", counts], file.path).wait()
      try expect(
        try read(counts).dataset == .battles(written),
        "the program's counts of \(file.form) from a pipe")
    }
    return ["counts of every pair and outcome, from files and pipes, are the simulation's"]
  }

  /// Compares what is read in this process with what was written.
  func checkReading() throws {
    for file in files {
      let result = try read(file.path)
      try expect(result.dataset == .battles(written), "the counts of \(file.form)")
      try expect(
        result.report.rows == setting.workload.rows && result.report.setAside.isEmpty
          && result.report.warnings.isEmpty,
        "the report on \(file.form)")
    }
  }

  func variants(_ rates: MachineRates) throws -> [Variant] {
    files.flatMap { file in
      let form = file.form.rawValue
      let floor = Double(file.bytes) / rates.memory
      return [
        Variant("\(form): reading, looking at nothing", floor: floor) {
          _ = try SystemFile.readThrough(file.path)
        },
        Variant("\(form): readDataset", floor: floor) { _ = try read(file.path) },
        Variant("\(form): deadheat count FILE", floor: floor) {
          try program(["count", file.path]).wait()
        },
        Variant("\(form): cat FILE | cat") {
          try FedProcess("/bin/cat", ["cat"], file: file.path).wait()
        },
        Variant("\(form): cat FILE | deadheat count -") {
          try fedProgram(["count", "-"], file.path).wait()
        },
        Variant(
          "\(form): deadheat rank FILE, "
            + "\(Decimals.grouped(setting.workload.resamples)) resamples"
        ) {
          let resamples = ["--resamples", "\(setting.workload.resamples)"]
          return try program(["rank", file.path] + resamples + setting.programOptions).wait()
        },
      ]
    }
  }

  func floorNotes(_ rates: MachineRates) -> [String] {
    ["floors: the file's bytes at the rate of memory"]
  }

  /// The most memory that the program holds beside the pages of the file.
  func memoryNotes() throws -> [String] {
    try files.map { file in
      let fromFile = try program(["count", file.path]).peakAnonymousMemory()
      let fromPipe = try fedProgram(["count", "-"], file.path).peakAnonymousMemory()
      return "peak RssAnon of deadheat count, \(file.form.rawValue): "
        + "\(Decimals.megabytes(fromFile)) MB from the file, "
        + "\(Decimals.megabytes(fromPipe)) MB from a pipe"
    }
  }

  /// The one place where battles are read.
  private func read(_ path: String) throws -> ReadResult { try readDataset([path]) }

  private func program(_ words: [String]) throws -> ChildProcess {
    try ChildProcess(ProgramUnderTest.path, [ProgramUnderTest.name] + words)
  }

  private func fedProgram(_ words: [String], _ file: String) throws -> FedProcess {
    try FedProcess(ProgramUnderTest.path, [ProgramUnderTest.name] + words, file: file)
  }
}
