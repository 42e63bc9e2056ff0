import Testing

@testable import CommandLineKit

/// The pages were read by a person when they were recorded: columns aligned, no line too long, the
/// second example still one command.
@Suite struct HelpSnapshotTests {
  @Test func atEightyColumns() {
    #expect(sample("race", "--help", width: 80).output == Self.eighty)
  }

  @Test func atSixtyColumns() {
    #expect(sample("race", "--help", width: 60).output == Self.sixty)
  }

  @Test func inShort() {
    #expect(
      sample("race", "-h", width: 80).output == """
        Let the runners of one file race, and say who won by how much.

        usage: sample race [options] FILE [RUNNER...]

          FILE                The field
          -s, --surface KIND  grass, clay or hard

        example: sample race field.csv

        All options, with examples: sample race --help

        """)
  }

  @Test func theOverview() {
    #expect(sample("--help", width: 60).output == Self.overview)
  }

  private static let eighty = """
    Let the runners of one file race, and say who won by how much.

    usage: sample race [options] FILE [RUNNER...]

    Arguments:
      FILE                     The field; '-' is standard input.
      RUNNER...                Who runs; without any, all do.

    Input:
          --where CONDITION    Keep the rows that satisfy CONDITION. [repeatable]
      -t, --threads N          Threads to use. [default: all cores]

    Course:
      -s, --surface KIND       The ground. [one of: grass, clay, hard; default:
                               grass]
      -n, --distance METRES    How far. [more than 0; default: 100]
          --pace SHARE         How fast. [from 0.1 to 0.99, such as 0.9; default:
                               0.9]
          --laps N             How often. [from 1 to 100000; default: 1]
          --seed INTEGER       Seed of all chance. [default: 0]
          --weights COLUMN     How much each race counts. [balanced or a COLUMN;
                               default: none]

    Options:
      -o, --output FILE        Write here.
          --log-folder FOLDER  Keep logs here.
      -q, --quiet              Say nothing [on the way]: it's faster.
      -x, --thorough           Take more time.
      -h, --help               Show the options used most, or this page.

    Examples:
      The whole field:
          sample race field.csv
      Two runners on clay, veterans of the home club alone:
          sample race field.csv anna bert --surface clay --where \\
            'age >= 30 and club = home' -q

    Exit status:
      0      Done.
      1      The command ran and its answer is no.
      64     The command line cannot be run as typed.
      65     The data are bad.
      66     There is no such input.
      69     A program that is needed is missing.
      70     A bug of this program.
      73     The output cannot be created.
      74     Reading or writing failed, or the input changed while it was read.
      128+N  Signal N ended the program; no temporary file stays.

    """

  private static let sixty = """
    Let the runners of one file race, and say who won by how
    much.

    usage: sample race [options] FILE [RUNNER...]

    Arguments:
      FILE                  The field; '-' is standard input.
      RUNNER...             Who runs; without any, all do.

    Input:
          --where CONDITION
                            Keep the rows that satisfy
                            CONDITION. [repeatable]
      -t, --threads N       Threads to use. [default: all cores]

    Course:
      -s, --surface KIND    The ground. [one of: grass, clay,
                            hard; default: grass]
      -n, --distance METRES
                            How far. [more than 0; default: 100]
          --pace SHARE      How fast. [from 0.1 to 0.99, such as
                            0.9; default: 0.9]
          --laps N          How often. [from 1 to 100000;
                            default: 1]
          --seed INTEGER    Seed of all chance. [default: 0]
          --weights COLUMN  How much each race counts. [balanced
                            or a COLUMN; default: none]

    Options:
      -o, --output FILE     Write here.
          --log-folder FOLDER
                            Keep logs here.
      -q, --quiet           Say nothing [on the way]: it's
                            faster.
      -x, --thorough        Take more time.
      -h, --help            Show the options used most, or this
                            page.

    Examples:
      The whole field:
          sample race field.csv
      Two runners on clay, veterans of the home club alone:
          sample race field.csv anna bert --surface clay \\
            --where 'age >= 30 and club = home' -q

    Exit status:
      0      Done.
      1      The command ran and its answer is no.
      64     The command line cannot be run as typed.
      65     The data are bad.
      66     There is no such input.
      69     A program that is needed is missing.
      70     A bug of this program.
      73     The output cannot be created.
      74     Reading or writing failed, or the input changed
             while it was read.
      128+N  Signal N ended the program; no temporary file
             stays.

    """

  private static let overview = """
    sample: Races among runners, for the tests of this module.

    usage: sample COMMAND [options]

    Commands:
      race         Let the runners of one file race, and say who
                   won by how much.
      compare      Compare two fields.
      watch        Watch a field.
      help         Show the page of a command or a topic.
      completions  Print the script that lets a shell complete
                   this program's words.
      manual       Print the manual page, for man.

    Topics (sample help TOPIC):
      fields       What a field looks like.

    Options:
      -h, --help   Show this page or a command's, short (-h) or
                   full (--help).
      --version    Print the version; with --verbose, more about
                   this build.

    Exit status:
      0      Done.
      1      The command ran and its answer is no.
      64     The command line cannot be run as typed.
      65     The data are bad.
      66     There is no such input.
      69     A program that is needed is missing.
      70     A bug of this program.
      73     The output cannot be created.
      74     Reading or writing failed, or the input changed
             while it was read.
      128+N  Signal N ended the program; no temporary file
             stays.

    """
}
