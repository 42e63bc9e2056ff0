/// What the exit statuses mean, after BSD's sysexits.
let exitStatuses = [
  (code: "0", meaning: "Done."), (code: "1", meaning: "The command ran and its answer is no."),
  (code: "64", meaning: "The command line cannot be run as typed."),
  (code: "65", meaning: "The data are bad."), (code: "66", meaning: "There is no such input."),
  (code: "69", meaning: "A program that is needed is missing."),
  (code: "70", meaning: "A bug of this program."),
  (code: "73", meaning: "The output cannot be created."),
  (code: "74", meaning: "Reading or writing failed, or the input changed while it was read."),
  (code: "128+N", meaning: "Signal N ended the program; no temporary file stays."),
]

/// The same as the last section of a page of help.
func exitStatusLines(width: Int) -> [String] {
  let rows = exitStatuses.map { (name: $0.code, text: $0.meaning) }
  return ["", "Exit status:"] + twoColumns(rows, width: width, column: 9)
}
