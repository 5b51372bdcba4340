//! An honest number: value, interval, how many, where from. « Too few » is a result, drawn as plainly as a score.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample, Side, Tone};

/// An interval drawn on a scale. Also alone, in a table's cell.
#[derive(Clone, Debug, Template)]
#[template(path = "components/whisker.html")]
pub struct Whisker {
    low: f64,
    value: f64,
    high: f64,
    words: String,
    side: Side,
    inline: bool,
}

impl Whisker {
    /// Shares of the scale, from 0 to 1, and the same in words (« de 67 à 75 % »).
    pub fn new(low: f64, value: f64, high: f64, words: impl Display) -> Self {
        let [low, value, high] =
            [low, value, high].map(|share| if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) });
        Self { low, value, high: high.max(low), words: words.to_string(), side: Side::Joined, inline: false }
    }

    /// In the colour of a side.
    pub fn side(self, side: Side) -> Self {
        Self { side, ..self }
    }

    /// As small as a line of text.
    pub fn inline(self) -> Self {
        Self { inline: true, ..self }
    }

    fn percent(share: f64) -> String {
        format!("{:.1}%", share * 100.0)
    }
}

/// A number on a card.
#[derive(Clone, Debug, Template)]
#[template(path = "components/score_tile.html")]
pub struct ScoreTile {
    w: Words,
    label: String,
    value: Option<String>,
    side: Side,
    whisker: Option<Whisker>,
    trend: Vec<f64>,
    mark: Option<usize>,
    sample: Option<String>,
    change: Option<(String, Tone)>,
    indicative: bool,
}

impl ScoreTile {
    /// What is counted, and the value in words (« 71 % »).
    pub fn new(w: &Words, label: impl Display, value: impl Display) -> Self {
        Self { value: Some(value.to_string()), ..Self::too_few(w, label) }
    }

    /// Too few answers to say a number.
    pub fn too_few(w: &Words, label: impl Display) -> Self {
        Self {
            w: w.clone(),
            label: label.to_string(),
            value: None,
            side: Side::Joined,
            whisker: None,
            trend: Vec::new(),
            mark: None,
            sample: None,
            change: None,
            indicative: false,
        }
    }

    /// Whose voice it is.
    pub fn side(self, side: Side) -> Self {
        Self { side, whisker: self.whisker.map(|whisker| whisker.side(side)), ..self }
    }

    /// Its interval.
    pub fn interval(self, whisker: Whisker) -> Self {
        Self { whisker: Some(whisker.side(self.side)), ..self }
    }

    /// How many, rate, period, source, in words.
    pub fn sample(self, words: impl Display) -> Self {
        Self { sample: Some(words.to_string()), ..self }
    }

    /// Values over time, oldest first, with the place of a change if there was one.
    pub fn trend(self, values: impl IntoIterator<Item = f64>, mark: Option<usize>) -> Self {
        Self { trend: values.into_iter().filter(|v| v.is_finite()).collect(), mark, ..self }
    }

    /// What can be said of the change; a tone only when it is certain.
    pub fn change(self, words: impl Display, tone: Tone) -> Self {
        Self { change: Some((words.to_string(), tone)), ..self }
    }

    /// Enough to show, not to conclude.
    pub fn indicative(self) -> Self {
        Self { indicative: true, ..self }
    }

    fn point(&self, index: usize) -> (f64, f64) {
        let (low, high) = self.trend.iter().fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(*v), h.max(*v)));
        let span = if high > low { high - low } else { 1.0 };
        let last = u32::try_from(self.trend.len().saturating_sub(1)).unwrap_or(1).max(1);
        let x = 300.0 * f64::from(u32::try_from(index).unwrap_or(0)) / f64::from(last);
        (x, 30.0 - 24.0 * (self.trend.get(index).copied().unwrap_or(low) - low) / span)
    }

    fn points(&self) -> String {
        let points = (0..self.trend.len()).map(|index| self.point(index));
        points.map(|(x, y)| format!("{x:.0},{y:.1}")).collect::<Vec<_>>().join(" ")
    }

    fn mark_x(&self) -> Option<String> {
        self.mark.map(|index| format!("{:.0}", self.point(index).0))
    }
}

super::piece!(Whisker, ScoreTile);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let values = [2.0, 2.4, 2.2, 3.4, 3.2, 4.4, 4.2, 5.0, 5.4, 5.2];
    vec![
        Sample::new(
            "interval",
            &ScoreTile::new(w, "Facilité (part de 5 à 7)", "71 %")
                .side(Side::Customer)
                .interval(Whisker::new(0.67, 0.71, 0.75, "de 67 à 75 %"))
                .sample("512 réponses · taux 23 % · août à octobre")
                .change("Pas de changement certain depuis juillet", Tone::Plain),
        ),
        Sample::new(
            "trend",
            &ScoreTile::new(w, "Délai et qualité de la réponse, toujours ensemble", "18 min · 4,3")
                .side(Side::Employee)
                .trend(values, Some(6))
                .sample("médiane · note de 4,2 à 4,4 · 388 demandes")
                .change("Plus court depuis le groupe d’experts (12 sept.)", Tone::Kept),
        ),
        Sample::new(
            "too few",
            &ScoreTile::too_few(w, "Facilité, boutique d’Évry").sample("7 réponses · octobre"),
        ),
        Sample::new(
            "indicative",
            &ScoreTile::new(w, "Accueil", "4,1")
                .interval(Whisker::new(0.5, 0.77, 0.95, "de 3,0 à 4,8"))
                .sample("24 réponses")
                .indicative(),
        ),
        Sample::new("long", &ScoreTile::new(w, LONG, "1 204 567 €").sample(LONG).change(LONG, Tone::Late)),
    ]
}
