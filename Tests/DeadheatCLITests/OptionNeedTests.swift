import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Options that turn out to have no effect on what was read, as each declares what it needs.
@Suite struct OptionNeedTests {
  private let folder: TestFolder
  private let board: String
  private let battles: String

  init() throws {
    folder = try TestFolder()
    board = try folder.write("board.csv", publishedBoard)
    battles = try folder.write("battles.csv", league)
  }

  /// The first one begins the message, and all are listed in the order of help.
  @Test func optionsAboutAFitAreRefusedTogether() {
    let words = [
      "rank", board, "--adjust", "bootstrap-max-t", "--resamples", "500", "--prior", "2",
      "--min-battles", "5", "--level", "0.9",
    ]
    expectFailure(
      deadheat(words), .usage,
      "deadheat: --min-battles needs battles, and this file is a published board of scores; leave out "
        + "--min-battles, --prior, --resamples, --adjust bootstrap-max-t\n")
  }

  /// What changes a fit of battles changes nothing on a board, and is refused also where it is the default.
  @Test(arguments: [
    "--ties=half", "--both-bad=tie", "--prior=0", "--component=all", "--provisional=30",
    "--min-battles=0", "--center=models", "--anchor=a=1", "--origin=1000", "--ci=percentile",
    "--resamples=1000", "--cluster=judge",
  ])
  func eachOptionAboutAFit(word: String) {
    let option = word.prefix { $0 != "=" }
    expectFailure(
      deadheat("rank", board, word), .usage,
      "\(option) needs battles, and this file is a published board of scores; leave out \(option)\n"
    )
  }

  @Test(arguments: [
    "--label=x=a", "--coding=index1", "--baseline=a", "--strong-weight=1", "--mirrored=keep",
  ])
  func eachOptionAboutRowsOfBattles(word: String) {
    let option = word.prefix { $0 != "=" }
    for command in ["rank", "describe"] {
      expectFailure(
        deadheat(command, board, word), .usage,
        "\(option) needs battles, and this file is a published board of scores; leave it out\n")
    }
  }

  @Test func describeFitsNothingAndTakesNoClustersOfABoard() {
    expectFailure(
      deadheat("describe", board, "--cluster", "judge"), .usage,
      "--cluster needs battles, and this file is a published board of scores; leave it out\n")
  }

  @Test func optionsAboutBoardsAreRefusedForBattles() {
    expectFailure(
      deadheat("describe", battles, "--unit", "elo"), .usage,
      "--unit is about the scores of a published board, and these are battles; leave it out\n")
    expectFailure(
      deadheat("count", battles, "--unit", "elo"), .usage,
      "count takes battles, and --unit is about boards; leave it out\n")
  }

  /// Of options whose default is no effect the default may be given.
  @Test(arguments: [
    ("--model=a", "--model"), ("--exclude=a", "--exclude"), ("--where=a=1", "--where"),
    ("--columns=a=x", "--columns"), ("--adjust=holm", "--adjust"), ("--prior=0", "--prior"),
    ("--adjust=bootstrap-max-t", "--adjust"), ("--ci=sandwich", "--ci"),
  ])
  func plansWithoutData(word: String, option: String) {
    expectFailure(
      deadheat("plan", "--gap", "10", word), .usage,
      "\(option) is about data; name a file, or leave it out\n")
  }

  @Test func plansWithoutDataHaveAScaleAndAnAdjustment() {
    let plain = deadheat("plan", "--gap", "10")
    #expect(plain.code == .success)
    let told = deadheat(
      "plan", "--gap", "10", "--adjust", "max-t", "--scale", "400", "--base", "10")
    #expect(told.code == .success && told.output == plain.output)
  }
}
