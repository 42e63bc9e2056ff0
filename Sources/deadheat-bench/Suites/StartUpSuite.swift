/// Starting the program, and all that it does for a small file.
struct StartUpSuite: Suite {
  private let setting: Setting
  private let battles: String
  private let battleCount = 140_000
  private let models = 53

  init(_ setting: Setting) throws {
    self.setting = setting
    battles = setting.folder.file("start-up.csv")
    try BattleLog(Arena(models: models, battles: battleCount, seed: Setting.seed), .csv)
      .write(to: battles, threads: setting.threads)
  }

  var title: String {
    "processes from start to end; \(Decimals.grouped(battleCount)) battles among \(models) models"
  }

  func check() throws -> [String] {
    let output = setting.folder.file("output")
    _ = try start(["--version"], output: .file(output)).wait()
    let version = SystemFile.text(output) ?? ""
    try expect(version.hasPrefix("deadheat "), "--version prints \(version)")
    _ = try start(rank, output: .file(output)).wait()
    let lines = (SystemFile.text(output) ?? "").split(separator: "\n").count
    try expect(lines == models + 1, "rank prints \(lines) lines for \(models) models")
    return ["--version names the program, and rank prints a line for each model"]
  }

  func variants(_ rates: MachineRates) throws -> [Variant] {
    [
      Variant("/bin/true") { try ChildProcess("/bin/true", ["true"]).wait() },
      Variant("deadheat --version") { try start(["--version"]).wait() },
      Variant("deadheat rank, 1,000 resamples, \(setting.threads) threads") {
        try start(rank).wait()
      },
    ]
  }

  func floorNotes(_ rates: MachineRates) -> [String] {
    ["floor: what /bin/true takes; processes are started in turns"]
  }

  private var rank: [String] {
    ["rank", battles, "--format", "csv"] + setting.programOptions
  }

  private func start(_ words: [String], output: ChildStream = .nowhere) throws -> ChildProcess {
    try ChildProcess(ProgramUnderTest.path, [ProgramUnderTest.name] + words, output: output)
  }
}
