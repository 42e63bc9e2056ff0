internal import Battles

/// A list of labels that belong together, with what each of them means.
struct Vocabulary: Sendable {
  /// What kind of labels they are, which decides in what order vocabularies are tried.
  enum Kind: Sendable, Equatable {
    /// Words that can hardly mean anything else.
    case words
    /// Single letters and bare numbers, which can mean many things.
    case codes
  }

  /// What messages call it, such as `left, right`.
  let name: String
  /// What kind of labels they are.
  let kind: Kind
  /// What each label means, by its folded form.
  let meanings: [String: LabelMeaning]
  /// The option's value that chooses it, where there is one.
  let coding: LabelCoding?
  /// The words by which headings of the sides tell which side is meant.
  let pairs: [SidePair]
  /// Whether the labels are about the order of the sides, where headings do not tell.
  let isOfOrder: Bool

  /// The vocabulary of `a` for side a, `b` for side b and so on; labels are as people write them.
  init(
    _ name: String, _ kind: Kind = .words, a: [String], b: [String], tie: [String] = [],
    bothBad: [String] = [], none: [String] = [], coding: LabelCoding? = nil,
    pairs: [SidePair] = [], isOfOrder: Bool = true
  ) {

    self.name = name
    self.kind = kind
    self.coding = coding
    self.pairs = pairs
    self.isOfOrder = isOfOrder
    let lists: [([String], LabelMeaning)] = [
      (a, .outcome(.aWins)), (b, .outcome(.bWins)), (tie, .outcome(.tie)),
      (bothBad, .outcome(.bothBad)), (none, .noVerdict),
    ]
    var meanings: [String: LabelMeaning] = [:]
    for (texts, meaning) in lists {
      for text in texts { meanings[FoldedLabel.of(text)] = meaning }
    }
    self.meanings = meanings
  }

  private init(_ vocabulary: Vocabulary, meanings: [String: LabelMeaning]) {
    name = vocabulary.name
    kind = vocabulary.kind
    // An option asks for the usual way round.
    coding = nil
    pairs = vocabulary.pairs
    isOfOrder = vocabulary.isOfOrder
    self.meanings = meanings
  }

  /// All labels of several vocabularies, of which the later ones count where two have the same label.
  init(_ name: String, joining vocabularies: [Vocabulary], coding: LabelCoding) {
    self.name = name
    kind = .words
    self.coding = coding
    pairs = []
    isOfOrder = false
    meanings = vocabularies.reduce(into: [:]) { meanings, vocabulary in
      meanings.merge(vocabulary.meanings) { $1 }
    }
  }

  /// The same with the two sides exchanged.
  var mirrored: Vocabulary { Vocabulary(self, meanings: meanings.mapValues(\.mirrored)) }
}

extension Vocabulary {
  /// Labels that every vocabulary has: ties, both sides bad, and no verdict.
  static let common = Vocabulary(
    "ties", a: [], b: [],
    tie: [
      "tie", "draw", "equal", "even", "both", "same", "both good", "bothgood", "tie (bothgood)",
      "tie (both good)", "tie(bothgood)", "tie(both good)", "tie(all good)", "tie (all good)",
      "tie (inconsistent)", "tie(inconsistent)",
      "tied", "drawn", "no preference",
    ],
    bothBad: [
      "both_bad", "bothbad", "tie (bothbad)", "tie (both bad)", "tie(bothbad)", "tie(both bad)",
      "tie (all bad)", "tie(all bad)",
    ],
    none: ["", "null", "na", "n/a", "nan", "error", "no result"])

  /// Words for the sides by their place.
  static let placed =
    [
      Vocabulary(
        "model_a, model_b", a: ["model_a", "Model A"], b: ["model_b", "Model B"], pairs: [.letters]),
      Vocabulary("left, right", a: ["left"], b: ["right"], pairs: [.leftRight]),
      Vocabulary("player_a, player_b", a: ["player_a"], b: ["player_b"], pairs: [.letters]),
      Vocabulary(
        "player_1, player_2", a: ["player_1", "player1"], b: ["player_2", "player2"],
        pairs: [.numbers]),
      Vocabulary(
        "model_1, model_2", a: ["model_1", "model1"], b: ["model_2", "model2"], pairs: [.numbers]),
    ]
    + [
      "assistant", "response", "output", "answer", "system", "team", "option", "candidate", "agent",
    ]
    .flatMap { noun in
      [
        Vocabulary(
          "\(noun)_a, \(noun)_b", a: ["\(noun)_a"], b: ["\(noun)_b"], pairs: [.letters]),
        Vocabulary(
          "\(noun)_1, \(noun)_2", a: ["\(noun)_1", "\(noun)1"], b: ["\(noun)_2", "\(noun)2"],
          pairs: [.numbers]),
      ]
    } + [
      Vocabulary("a_better, b_better", a: ["a_better"], b: ["b_better"], pairs: [.letters]),
      Vocabulary(
        "A wins, B wins", a: ["a wins", "a win", "a won", "win a", "a is better", "model a wins"],
        b: ["b wins", "b win", "b won", "win b", "b is better", "model b wins"], pairs: [.letters]),
      Vocabulary(
        "leftvote, rightvote", a: ["leftvote", "left wins", "left better"],
        b: ["rightvote", "right wins", "right better"], tie: ["tievote"], bothBad: ["bothbad_vote"],
        pairs: [.leftRight]),
      Vocabulary(
        "A>B, B>A", a: ["A>B", "A>>B", "B<A", "B<<A"], b: ["B>A", "B>>A", "A<B", "A<<B"],
        tie: ["A=B", "B=A"], pairs: [.letters]),
      Vocabulary(
        "[[A]], [[B]]", a: ["[[A]]", "[[A>B]]", "[[A>>B]]"], b: ["[[B]]", "[[B>A]]", "[[B>>A]]"],
        tie: ["[[C]]", "[[A=B]]", "[[B=A]]", "[[tie]]"], pairs: [.letters]),
    ]

  /// Words for the sides by their colour or ground, which follow the headings of the sides; side a is the
  /// white one, or the one at home, where those do not tell.
  static let coloured = [
    Vocabulary("white, black", a: ["white"], b: ["black"], pairs: [.colours]),
    Vocabulary("home, away", a: ["home"], b: ["away"], pairs: [.grounds]),
    Vocabulary(
      "white wins, black wins", a: ["white wins", "white won"], b: ["black wins", "black won"],
      pairs: [.colours]),
    Vocabulary(
      "home win, away win", a: ["home win", "home wins"], b: ["away win", "away wins"],
      pairs: [.grounds]),
    Vocabulary(
      "1-0, 0-1", a: ["1-0"], b: ["0-1"], tie: ["1/2-1/2", "½-½", "0.5-0.5"], none: ["*"],
      pairs: SidePair.allCases),
    Vocabulary("red, blue", a: ["red"], b: ["blue"], pairs: [.corners]),
  ]

  /// Scores of many kinds, of which the larger number wins.
  static let scores = Vocabulary(
    "scores such as 4-1", a: ["1-0", "2-1"], b: ["0-1", "1-2"], tie: ["1-1"])

  /// Words for the result of the first side.
  static let winLossWords = Vocabulary(
    "win, loss", a: ["win", "won", "victory"], b: ["loss", "lost", "lose", "defeat"],
    isOfOrder: false)

  /// Results of Go, which are by colour: only sides that are called by it can be told.
  static let ofGo = Vocabulary(
    "B+R, W+2.5", a: ["W+R"], b: ["B+R"], tie: ["0", "jigo"], none: ["void"], pairs: [.colours])

  /// Letters for the result of the first side.
  static let winLoss = Vocabulary(
    "W, L, D", .codes, a: ["w"], b: ["l"], tie: ["d", "t"], isOfOrder: false)

  /// Words for sides whose headings end in x and y.
  static let xy = Vocabulary("x, y", a: ["x"], b: ["y"], pairs: [.xy])

  /// Letters for the sides by their place.
  static let letters = Vocabulary(
    "A, B", .codes, a: ["a"], b: ["b"], coding: .sides, pairs: [.letters])
  /// The same with C as a tie, which only an option says.
  static let lettersWithC = Vocabulary(
    "A, B, C", .codes, a: ["a"], b: ["b"], tie: ["c"], coding: .sides, pairs: [.letters])
  /// Letters by the ground, which follow the headings of the sides.
  static let ground = Vocabulary(
    "H, D, A", .codes, a: ["h"], b: ["a"], tie: ["d"], coding: .homeAway, pairs: [.grounds])
  /// How football pools write results, by the ground.
  static let pools = Vocabulary(
    "1, X, 2", .codes, a: ["1"], b: ["2"], tie: ["x"], pairs: [.grounds, .numbers])

  /// Points of side a.
  static let score = Vocabulary(
    "score", .codes, a: ["1"], b: ["0"], tie: ["0.5", "½", "1/2"], coding: .score, isOfOrder: false)
  /// The number of the winning side, from 0.
  static let index0 = Vocabulary(
    "index0", .codes, a: ["0"], b: ["1"], tie: ["2"], coding: .index0)
  /// The number of the winning side, from 1.
  static let index1 = Vocabulary(
    "index1", .codes, a: ["1"], b: ["2"], tie: ["0", "1.5"], coding: .index1, pairs: [.numbers])
  /// A preference between a first and a second one, under headings that say so.
  static let preference = Vocabulary(
    "preference", .codes, a: ["1"], b: ["2"], tie: ["1.5"], coding: .index1, pairs: [.numbers])
  /// A sign, with 1 for side a.
  static let signed = Vocabulary(
    "signed", .codes, a: ["1"], b: ["-1"], tie: ["0"], coding: .signed, isOfOrder: false)
  /// A sign the other way round, for which no option stands.
  static let signedAgainst = Vocabulary(
    "signed", .codes, a: ["-1"], b: ["1"], tie: ["0"], isOfOrder: false)
  /// Whether side a won.
  static let truth = Vocabulary("true, false", .codes, a: ["true"], b: ["false"], isOfOrder: false)

  /// All labels that any vocabulary knows, folded; those of headings and options come on top.
  static let known: Set<String> = Set(
    ([
      common, xy, letters, lettersWithC, ground, pools, score, index0, index1, signed, truth, ofGo,
      winLoss, winLossWords, scores,
    ]
      + placed
      + coloured).flatMap { $0.meanings.keys })
}
