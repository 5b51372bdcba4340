//! Who asked and who helped, drawn: units on both sides, thick where there was much. The table below it is the truth; the
//! drawing has a title and a description for those who do not see it.

use askama::Template;
use relais_words::Words;

use super::store::Pair;

const ROW: u32 = 40;
const WIDTH: u32 = 300;
const LEFT: u32 = 108;
const RIGHT: u32 = 192;
/// Letters of a name that fit beside the lines; whole names stand in the table.
const LETTERS: usize = 14;
/// Pairs that one still tells apart.
const MOST: usize = 24;

/// The drawing.
#[derive(Clone, Debug, Template)]
#[template(path = "cooperation/drawing.html")]
pub(crate) struct Drawing {
    title: String,
    told: String,
    height: u32,
    width: u32,
    left: Vec<(u32, String)>,
    right: Vec<(u32, String)>,
    lines: Vec<(String, u32)>,
}

impl Drawing {
    /// Of some pairs; none where there is nothing to draw.
    pub(crate) fn of(w: &Words, pairs: &[Pair]) -> Option<Self> {
        let pairs: Vec<&Pair> = pairs.iter().take(MOST).collect();
        let most = pairs.iter().map(|pair| pair.n).max()?;
        let name =
            |name: &Option<String>| name.clone().unwrap_or_else(|| w.t("cooperation-others").to_string());
        let (mut left, mut right): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let place = |side: &mut Vec<String>, name: String| match side.iter().position(|known| *known == name)
        {
            Some(place) => place,
            None => {
                side.push(name);
                side.len() - 1
            }
        };
        let at = |place: usize| ROW / 2 + ROW * u32::try_from(place).unwrap_or(0);
        let lines = pairs
            .iter()
            .map(|pair| {
                let from = at(place(&mut left, name(&pair.asking)));
                let to = at(place(&mut right, name(&pair.helping)));
                let bend = u32::midpoint(LEFT, RIGHT);
                (format!("M{LEFT} {from}C{bend} {from} {bend} {to} {RIGHT} {to}"), weight(pair.n, most))
            })
            .collect();
        let rows = u32::try_from(left.len().max(right.len())).unwrap_or(1);
        let put = |side: Vec<String>| {
            side.into_iter().enumerate().map(|(place, name)| (at(place), short(&name))).collect::<Vec<_>>()
        };
        let told =
            w.t("cooperation-drawn").with("asking", left.len()).with("helping", right.len()).to_string();
        Some(Self {
            title: w.t("cooperation-drawing").to_string(),
            told,
            height: rows * ROW,
            width: WIDTH,
            left: put(left),
            right: put(right),
            lines,
        })
    }

    fn line(y: &u32) -> u32 {
        y + 4
    }
}

impl askama::filters::HtmlSafe for Drawing {}

/// How thick, from 1 to 8.
fn weight(n: i64, most: i64) -> u32 {
    u32::try_from(1 + 7 * n / most.max(1)).unwrap_or(8)
}

fn short(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    name.chars().take(LETTERS - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_shortened_in_the_drawing_alone() {
        assert_eq!(short("Évry"), "Évry");
        assert_eq!(short("Anticonstitutionnellement").chars().count(), LETTERS);
        assert_eq!((weight(1, 100), weight(100, 100), weight(0, 0)), (1, 8, 1));
    }
}
