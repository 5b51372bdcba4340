//! Filling the demo, room after room.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use relais_directory::{
    accounts::Email,
    organisations::{self, OrganisationInput},
    people::PersonInput,
};
use relais_store::Db;
use relais_words::Words;

use crate::{
    failed::{Failed, Outcome, While as _},
    house::House,
    organisations::{First, begin, said},
};

/// Fills every room's tables, showing which one it is at.
pub(crate) async fn fill(db: &Db, house: &House, words: &Words) -> Outcome {
    let begun = Instant::now();
    let rooms = house.demos();
    let bar = ProgressBar::new(rooms.len() as u64);
    if let Ok(style) = ProgressStyle::with_template("{spinner} made-up data: {msg} ({pos}/{len}, {elapsed})")
    {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    for (room, demo) in rooms {
        bar.set_message(*room);
        demo(db).await.while_(|| format!("the demo's data of {room} cannot be written"))?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    if organisations::all(db).await?.is_empty() {
        nobody_yet(db, words).await?;
    }
    println!("Made-up data written in {:.1} s.", begun.elapsed().as_secs_f32());
    Ok(())
}

/// A house without demo data still has somebody to walk in as.
async fn nobody_yet(db: &Db, words: &Words) -> Outcome {
    let input = OrganisationInput { name: "Clairlien".into(), ..OrganisationInput::default() };
    let facts = input.check().map_err(|faults| said(&faults, words))?;
    let email = Email::read("ines.marchal@clairlien.example").map_err(|fault| Failed(fault.say(words)))?;
    let input =
        PersonInput { given_name: "Inès".into(), family_name: "Marchal".into(), ..PersonInput::default() };
    let person = input.check(&[]).map_err(|faults| said(&faults, words))?;
    begin(db, words, &facts, &First { person, email }).await?;
    Ok(())
}
