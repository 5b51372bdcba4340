//! The address of a browser at its push service. A browser tells it, so anybody could: nothing but https, and nothing on
//! this machine or a private network is ever called (SSRF).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use http::Uri;

/// Longer than any push service's addresses.
const LONGEST: usize = 1000;

/// Which addresses may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Public ones, by https.
    Public,
    /// Also this machine, in clear: for tests with a push service of their own.
    ThisMachine,
}

/// An address that may be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) encrypted: bool,
    /// Path and query.
    pub(crate) path: String,
}

impl Address {
    /// Reads it; nothing when it may not be called.
    pub(crate) fn read(text: &str, reach: Reach) -> Option<Self> {
        let sound = text.len() <= LONGEST && text.chars().all(|c| c.is_ascii_graphic());
        let uri: Uri = text.parse().ok().filter(|_| sound)?;
        let encrypted = match (uri.scheme_str()?, reach) {
            ("https", _) => true,
            ("http", Reach::ThisMachine) => false,
            _ => return None,
        };
        let authority = uri.authority().filter(|authority| !authority.as_str().contains('@'))?;
        let host = authority.host().trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        let port = authority.port_u16().unwrap_or(if encrypted { 443 } else { 80 });
        let named = host.parse::<IpAddr>().map_or_else(
            |_| host.contains('.') && !host.ends_with(".localhost") && !host.ends_with('.'),
            is_public,
        );
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        (named || reach == Reach::ThisMachine).then_some(Self { host, port, encrypted, path })
    }

    /// The address of a gateway, which the operator wrote: its places are looked at when it is called.
    pub(crate) fn of_gateway(text: &str) -> Option<Self> {
        Self::read(text, Reach::ThisMachine)
    }

    /// Scheme, host and port, as a token of RFC 8292 names a push service.
    pub(crate) fn origin(&self) -> String {
        let (scheme, usual) = if self.encrypted { ("https", 443) } else { ("http", 80) };
        if self.port == usual {
            format!("{scheme}://{}", self.authority())
        } else {
            format!("{scheme}://{}:{}", self.authority(), self.port)
        }
    }

    /// The host as a header writes it.
    pub(crate) fn authority(&self) -> String {
        if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() }
    }

    /// Where its name leads now, without what may not be called: a name may change its mind between two questions, so
    /// what is connected to is what was looked at.
    pub(crate) async fn places(&self, reach: Reach) -> std::io::Result<Vec<SocketAddr>> {
        let found = tokio::net::lookup_host((self.host.as_str(), self.port)).await?;
        Ok(found.filter(|place| reach == Reach::ThisMachine || is_public(place.ip())).collect())
    }
}

/// Whether an address belongs to the public internet.
pub(crate) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_documentation();
    // This network, shared by carriers, protocols, measuring, multicast and reserved.
    !special
        && a != 0
        && a < 224
        && !matches!((a, b, c), (100, 64..=127, _) | (192, 0, 0) | (198, 18..=19, _))
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let inner = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match ip.segments() {
        // IPv4 in another dress: mapped, translated, 6to4.
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => inner(high, low),
        [0x2002, high, low, ..] => inner(high, low),
        // Tunnels and documentation.
        [0x2001, 0 | 0xdb8, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn push_services_are_called_by_https() {
        let address =
            Address::read("https://updates.push.services.mozilla.com/wpush/v2/gAAA?x=1", Reach::Public)
                .unwrap();
        assert_eq!(address.origin(), "https://updates.push.services.mozilla.com");
        assert_eq!((address.port, address.path.as_str()), (443, "/wpush/v2/gAAA?x=1"));
        let other = Address::read("https://Push.Example.org:8443/x", Reach::Public).unwrap();
        assert_eq!(other.origin(), "https://push.example.org:8443");
    }

    #[test]
    fn nothing_private_is_called() {
        for wrong in [
            "",
            "/x",
            "http://push.example.org/x",
            "ftp://push.example.org/x",
            "https://",
            "https://localhost/x",
            "https://relais/x",
            "https://a.localhost/x",
            "https://relais.example.org./x",
            "https://user:pass@push.example.org/x",
            "https://push.example.org@10.0.0.1/x",
            "https://127.0.0.1/x",
            "https://0.0.0.0/x",
            "https://10.1.2.3/x",
            "https://172.16.0.1/x",
            "https://192.168.1.1/x",
            "https://169.254.169.254/latest/meta-data",
            "https://100.64.0.1/x",
            "https://192.0.0.8/x",
            "https://198.18.0.1/x",
            "https://224.0.0.1/x",
            "https://255.255.255.255/x",
            "https://[::1]/x",
            "https://[::]/x",
            "https://[fe80::1]/x",
            "https://[fc00::1]/x",
            "https://[fd12:3456::1]/x",
            "https://[ff02::1]/x",
            "https://[::ffff:10.0.0.1]/x",
            "https://[::ffff:127.0.0.1]/x",
            "https://[64:ff9b::a00:1]/x",
            "https://[2002:a00:1::]/x",
            "https://[2001:db8::1]/x",
            "https://push.example.org/\nx",
        ] {
            assert_eq!(Address::read(wrong, Reach::Public), None, "{wrong:?}");
        }
        assert!(
            Address::read(&format!("https://push.example.org/{}", "x".repeat(1000)), Reach::Public).is_none()
        );
        for right in ["https://8.8.8.8/x", "https://[2606:4700::1111]/x", "https://[64:ff9b::808:808]/x"] {
            assert!(Address::read(right, Reach::Public).is_some(), "{right}");
        }
    }

    #[tokio::test]
    async fn a_name_that_leads_to_this_machine_leads_nowhere() {
        let address = Address { host: "localhost".into(), port: 443, encrypted: true, path: "/".into() };
        assert_eq!(address.places(Reach::Public).await.unwrap(), []);
        assert_ne!(address.places(Reach::ThisMachine).await.unwrap(), []);
    }
}
