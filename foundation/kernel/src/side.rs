//! The two sides that everything exists for.

crate::codes! {
    /// Whom something is done for: what is built for customers has its mirror for employees.
    pub enum Side {
        /// Those who are served.
        Customer = "customer",
        /// Those who serve.
        Employee = "employee",
    }
}
