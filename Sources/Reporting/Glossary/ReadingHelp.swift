/// How files are read, as a page of plain text.
package enum ReadingHelp {
  /// The page: paragraphs, and lists whose lines are indented.
  package static let text = """
    FORMS

    Files are CSV, or text with tabs, semicolons or pipes between fields, or JSON and JSON Lines. \
    deadheat describe FILE tells what was taken for what, without a fit; every table has a line of it.

    A text whose first lines are no such rows may hold a table as people paste it: of Markdown, drawn by a \
    terminal or aligned by blanks, lines of name | key: value, a page of HTML, or a ranking that deadheat \
    printed; up to 64 MiB. Of several tables that could be meant --table chooses one, by its number or by \
    words of its title. Footnote marks behind names are taken off, and said.

    COLUMNS

    The headings tell which columns name the two sides and what the battles came to: one column of \
    winners, a column for each outcome with 1 in one of them, numbers of wins and ties, or points. \
    --columns ROLE=COLUMN names others; the heading of such a column still counts as evidence.

    LABELS

    All labels of a column of winners, over all files in which it has the same headings and whether \
    a filter keeps a row or not, are read by one vocabulary. Case and blanks around a label do not \
    matter, and numbers count by value. These are tried in order:

      1. The headings of the sides: model_a under model_a, black under black.
      2. Names of models, where every label that is no word for a tie names one
         of its row's two sides and there are three models or more.
      3. Words, of one line each:
           model_a, model_b · Model A, Model B
           left, right
           player_a, player_b
           player_1, player_2 · player1, player2
           model_1, model_2 · model1, model2
           a_better, b_better
           A>B, A>>B, A=B, B=A, B>A, B>>A, A<B, A<<B, B<A, B<<A
           [[A]], [[A>B]], [[A>>B]], [[C]], [[A=B]], [[B]], [[B>A]], [[B>>A]]
           white, black · home, away · 1-0, 0-1, 1/2-1/2, ½-½
             (after the headings of the sides, where those tell it)
           x, y (under headings that end in x and y)
      4. Bare numbers and letters, below.

    Words for ties go with each of them: tie, draw, equal, even, both, same, both good, \
    tie (inconsistent). So do those for both sides being bad: both_bad, bothbad, both bad, \
    tie (bothbad), tie (all bad); and those for no verdict, which are set aside: an empty label, \
    null, NA, N/A, NaN, and * beside chess results.

    Where the headings of the sides tell left from right, a from b, 1 from 2, white from black or home \
    from away, labels and columns with such words follow them, whichever side the options call a. Where \
    they do not, and the sides stand in the file the other way round (black before white), words and \
    codes about the order of the sides are refused.

    BARE NUMBERS AND LETTERS

      0.5 among them           1 = a, 0 = b, 0.5 = tie (--coding score)
      score, result, outcome, points, or a heading that names a side (a_won)
                               1 = a, 0 = b; true and false only where a
                               heading names a side
      a preference beside *_1 and *_2
                               1 = a, 2 = b, 1.5 = tie
      FTR, or sides at home and away
                               H, D, A by the ground
      1, X, 2                  home side, draw, away side
      A, B                     the sides
      1, 2                     the first side, the second side (--coding index1)

    Of what is left, a reading in which one side never wins gives way to one in which both do. What \
    can then still be read in two ways is refused, with the option for each: 0 and 1 under winner, \
    0, 1 and 2, −1, 0 and 1, or A, B and C.

    --coding score|index0|index1|signed|sides|names|home-away says what is meant: index0 is 0 = a, \
    1 = b, 2 = tie; index1 is 1 = a, 2 = b, 0 = tie; signed is 1 = a, −1 = b, 0 = tie; sides reads \
    words and letters as sides, C as a tie; names takes a label that is a model's name for that model.

    --label TEXT=OUTCOME comes before all of these, for its text; where it maps a number, no other \
    number has a meaning of its own. --label =tie, or =skip, is about empty labels. --bad-rows skip \
    sets aside rows whose label nothing knows; it never chooses between readings.

    BOARDS

    A board has a name, a score and its uncertainty in each row. Case, arrows and the like in headings do \
    not matter:

      name         model, name, llm, player, engine, system, agent, method, team;
                   a first column without a heading
      score        rating, elo, Arena Score, score, win_rate; median or mean
                   where there is none of these
      ends         rating_lower, rating_upper; lower, upper; p2.5, p97.5
      half-widths  ci_minus, ci_plus; +, -; ±, +/-
      either       ci_low, ci_high; ci, 95% CI: all rows are read alike, by
                   whether the scores lie between the two numbers
      errors       standard_error, stderr, se; variance; std where scores are Elo
      votes        votes, battles, games; left out where they are no numbers

    A level in a heading, as in 90% CI, is that of the intervals. Cells are read as people write them: \
    1503 ± 6, 1503 (+5/-6), (-6, +5), [1497, 1508], 1497–1509, 62.5%, 13,919, 24.3k. A comma before \
    decimals is refused. Several scores, or an error that may be a standard error or a half-width, are \
    refused with the --columns for each.

    Scores are Elo where a heading says so or the largest is 200 or more in magnitude; shares, from 0 to 1 \
    or in percent, where there is a percent sign or the heading is that of a rate; points otherwise. \
    --unit elo|points|share|percent says it. One score with an interval of no width, or the only one \
    without an error, is taken for exact: the reference that the others were measured against. Rows \
    without a score are set aside and counted, and so are several without an error.
    """
}
