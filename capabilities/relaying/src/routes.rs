//! The route table, one line a route.

use relais_web::Routes;

use crate::{
    boards, cases, cooperation, feed, groups, handoffs, knowledge, questions, references, status, thanks,
    tools,
};

pub(crate) fn routes() -> Routes {
    Routes::new()
        // a customer, with the link to their own request: no line of a log holds it
        .get("/s/{token}", status::show::page)
        .post("/s/{token}/say", status::say::save)
        .post("/s/{token}/stop", status::stop::save)
        .post("/s/{token}/effort", status::effort::save)
        .unseen()
        // everybody
        .get("/groups", groups::list::page)
        .get("/groups/{group}", groups::show::page)
        .get("/questions/new", questions::ask::page)
        .post("/questions/new", questions::ask::save)
        // whoever asked, and those who know
        .get("/questions", questions::list::page)
        .get("/questions/{question}", questions::show::page)
        .get("/questions/{question}/photo", questions::photo::page)
        .post("/questions/{question}/add", questions::add::save)
        .post("/questions/{question}/answer", questions::answer::save)
        .post("/questions/{question}/pass", questions::pass::save)
        .post("/questions/{question}/take", questions::take::save)
        .post("/questions/{question}/withdraw", questions::withdraw::save)
        .get("/questions/{question}/words/{word}/photo", questions::photo::of_word)
        // whoever keeps what a customer was promised, and those of their unit
        .get("/cases", cases::list::page)
        .get("/cases/{case}", cases::show::page)
        .post("/cases/{case}/call", cases::call::save)
        .post("/cases/{case}/end", cases::end::save)
        .post("/cases/{case}/pass", cases::pass::save)
        // what the groups know: whoever may ask reads it, those of the group keep it
        .post("/questions/similar", knowledge::similar::page)
        .get("/knowledge", knowledge::list::page)
        .get("/knowledge/new", knowledge::write::page)
        .post("/knowledge/new", knowledge::write::save)
        .get("/knowledge/import", knowledge::import::page)
        .post("/knowledge/import", knowledge::import::save)
        .get("/knowledge/needs", knowledge::needs::page)
        .get("/knowledge/answers/{question}", knowledge::answered::page)
        .post("/knowledge/answers/{question}/reuse", knowledge::answered::reuse)
        .get("/knowledge/{entry}", knowledge::show::page)
        .get("/knowledge/{entry}/edit", knowledge::write::edit)
        .post("/knowledge/{entry}/edit", knowledge::write::change)
        .post("/knowledge/{entry}/check", knowledge::keep::check)
        .post("/knowledge/{entry}/doubt", knowledge::keep::doubt)
        .post("/knowledge/{entry}/reuse", knowledge::keep::reuse)
        .post("/knowledge/{entry}/withdraw", knowledge::keep::withdraw)
        .post("/cases/{case}/link", status::send::save)
        .post("/cases/{case}/link/remove", status::remove::save)
        .get("/cases/{case}/slip", status::slip::page)
        .post("/cases/{case}/slip", status::slip::save)
        // those who answer
        .post("/groups/{group}/stand", groups::stand::save)
        .post("/groups/{group}/leave", groups::stand::remove)
        // boards, of groups and never of people
        .get("/groups/{group}/board", boards::show::page)
        .get("/groups/cooperation", cooperation::show::page)
        .get("/cases/handoffs", handoffs::show::page)
        // whoever asked, after the answer; whoever is thanked
        .post("/questions/{question}/helped", questions::judge::save)
        .post("/questions/{question}/thank", thanks::say::save)
        .get("/thanks", thanks::list::page)
        .post("/thanks/{thanks}/share", thanks::share::save)
        // the people of a group among themselves
        .get("/groups/{group}/feed", feed::list::page)
        .post("/groups/{group}/feed", feed::post::save)
        .get("/groups/{group}/feed/{post}/photo", feed::photo::page)
        .post("/groups/{group}/feed/{post}/react", feed::react::save)
        .post("/groups/{group}/feed/{post}/erase", feed::erase::save)
        // head office
        .get("/cases/reference", references::edit::page)
        .post("/cases/reference", references::edit::save)
        .get("/groups/new", groups::make::page)
        .post("/groups/new", groups::make::save)
        .get("/groups/{group}/edit", groups::edit::page)
        .post("/groups/{group}/edit", groups::edit::save)
        .get("/groups/{group}/close", groups::close::page)
        .post("/groups/{group}/close", groups::close::save)
        .get("/groups/{group}/tool", tools::show::page)
        .post("/groups/{group}/tool", tools::promote::save)
        .post("/groups/{group}/review", tools::review::save)
}
