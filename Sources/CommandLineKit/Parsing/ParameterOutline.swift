/// What can be said about a parameter without knowing which type it sets: the row that help,
/// completions, suggestions and the parser all read.
public struct ParameterOutline: Hashable, Sendable {
  /// How a parameter is spelled on the command line.
  public enum Kind: Hashable, Sendable {
    /// A switch, which takes no value.
    case flag
    /// A name followed by a value.
    case option
    /// A word without a name, told by its position.
    case argument
  }

  /// What a shell offers for the value, beside the choices.
  public enum Completion: Hashable, Sendable {
    /// Nothing: a number, a name.
    case none
    /// Names of files.
    case file
    /// Names of folders.
    case directory
  }

  /// How it is spelled.
  public let kind: Kind
  /// The name behind two dashes; empty for arguments.
  public let long: String
  /// The letter behind one dash.
  public let short: Character?
  /// What stands for the value in help, such as `FILE`; empty for flags.
  public let valueName: String
  /// One sentence or more for help.
  public let help: String
  /// A few words for the page of `-h`; empty where that leaves the parameter out.
  public internal(set) var brief = ""
  /// The values to offer; empty where there are too many to list.
  public internal(set) var choices: [String] = []
  /// Whether other values than the choices are taken too.
  public internal(set) var acceptsOtherWords = false
  /// Which values are taken of those that can be read; empty where all are, or where the choices tell it.
  public internal(set) var range = ""
  /// Whether a word is taken that is not UTF-8, as a path may be.
  public internal(set) var takesAnyBytes = false
  /// What a shell offers beside the choices.
  public internal(set) var completion = Completion.none
  /// The heading in help.
  public internal(set) var section = ParameterOutline.generalSection
  /// Whether an argument must be given; options never must.
  public internal(set) var isRequired = false
  /// The long name of an option that may be given in the place of a required argument; empty where there
  /// is none.
  public internal(set) var substitute = ""
  /// Whether every occurrence adds a value, where otherwise a second one is refused.
  public internal(set) var isRepeatable = false
  /// Whether help and completions leave it out.
  public internal(set) var isHidden = false
  /// The default as help prints it; empty where help prints none.
  public internal(set) var defaultText = ""

  /// The heading of parameters that were given none.
  public static let generalSection = "Options"

  /// `--name` for options and flags, the value's name for arguments.
  public var spelling: String { kind == .argument ? valueName : "--\(long)" }

  init(
    _ kind: Kind, long: String = "", short: Character? = nil, valueName: String = "", help: String
  ) {
    self.kind = kind
    self.long = long
    self.short = short
    self.valueName = valueName
    self.help = help
  }
}
