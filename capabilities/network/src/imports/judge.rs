//! What the judges of units and of people have in common, so that one walk checks and one walk writes both kinds.

use relais_kernel::{Clock, ImportId, PersonId};
use relais_sheets::Row;
use relais_store::{InOrg, OrgTx, Result};

use super::{
    apply::Trouble,
    findings::{Difference, LineFault},
};

/// What is to be done about a line: a plan, nothing, or its faults.
pub(super) type Verdict<P> = std::result::Result<Option<P>, Vec<LineFault>>;

/// Judges a file's lines, and writes the good ones.
pub(super) trait Judge: Send {
    /// A line that writes something.
    type Plan: Send;
    /// What to come back to when a transaction is given up.
    type Kept: Send;

    /// Judges a batch of lines.
    fn judge(
        &mut self,
        on: &impl InOrg,
        clock: &Clock,
        rows: &[Row],
    ) -> impl Future<Output = Result<Vec<Verdict<Self::Plan>>>> + Send;

    /// What a plan would do, as told before anything is written.
    fn difference(plan: &Self::Plan) -> &Difference;

    /// What a person has to decide about the lines judged last; it stops nothing.
    fn notices(&mut self) -> Vec<LineFault> {
        Vec::new()
    }

    /// Writes plans and what is needed to take them back. `by` gave the roles that they bring.
    fn write(
        &mut self,
        tx: &OrgTx,
        import: ImportId,
        plans: Vec<Self::Plan>,
        by: Option<PersonId>,
    ) -> impl Future<Output = std::result::Result<(), Trouble>> + Send;

    /// What is known now of rows written for the first lines that name them.
    fn kept(&self) -> Self::Kept;

    /// Goes back to it.
    fn forget(&mut self, kept: &Self::Kept);
}
