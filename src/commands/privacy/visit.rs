//! One request as a stranger's browser makes it, and the reply with every header as it came.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use native_tls::TlsConnector;

const PATIENCE: Duration = Duration::from_secs(10);

/// What the service answered.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    pub status: u16,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Reply {
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    fn parse(bytes: &[u8]) -> Result<Self> {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").context("the reply has no end of its head")?;
        let (first, rest) = head.split_once("\r\n").unwrap_or((head, ""));
        let status = first.split(' ').nth(1).and_then(|word| word.parse().ok()).context("the reply has no status")?;
        let pairs = rest.lines().filter_map(|line| line.split_once(':'));
        let headers = pairs.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())).collect();
        Ok(Self { status, headers, body: body.to_owned() })
    }
}

/// Where a service is asked: scheme and host with its port.
#[derive(Clone, Debug)]
pub struct Door {
    host: String,
    port: u16,
    is_tls: bool,
    /// What the request calls the host; behind a proxy another one than where it is sent.
    named: String,
}

impl Door {
    /// Reads `http://host:port` or `https://host`.
    pub fn parse(url: &str) -> Result<Self> {
        let (is_tls, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
            (Some(rest), _) => (true, rest),
            (_, Some(rest)) => (false, rest),
            _ => bail!("{url} is not an address that begins with https:// or http://"),
        };
        let named = rest.trim_end_matches('/').to_owned();
        let with_port = named.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?)));
        let (host, port) = with_port.unwrap_or((&named, if is_tls { 443 } else { 80 }));
        Ok(Self { host: host.trim_matches(['[', ']']).to_owned(), port, is_tls, named })
    }

    /// The same door, asked for by another name.
    pub fn called(mut self, url: &str) -> Self {
        if let Some((_, host)) = url.split_once("://") {
            host.clone_into(&mut self.named);
        }
        self
    }

    /// Whether anyone answers here.
    pub fn is_open(&self) -> bool {
        self.connect().is_ok()
    }

    /// `GET path`, with these headers too. HTTP/1.0 asks for the reply in one piece and nothing after it.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Reply> {
        let mut request = format!("GET {path} HTTP/1.0\r\nhost: {}\r\n", self.named);
        for part in headers.iter().flat_map(|(name, value)| [name, ": ", value, "\r\n"]) {
            request.push_str(part);
        }
        request.push_str("\r\n");
        let stream = self.connect()?;
        let mut bytes = Vec::new();
        if self.is_tls {
            let mut stream = TlsConnector::new()?.connect(&self.host, stream).context("agreeing on TLS")?;
            stream.write_all(request.as_bytes())?;
            stream.read_to_end(&mut bytes)?;
        } else {
            let mut stream = stream;
            stream.write_all(request.as_bytes())?;
            stream.read_to_end(&mut bytes)?;
        }
        Reply::parse(&bytes).with_context(|| format!("asking for {path}"))
    }

    fn connect(&self) -> Result<TcpStream> {
        let addresses = (self.host.as_str(), self.port).to_socket_addrs()?;
        let stream = addresses
            .into_iter()
            .find_map(|address| TcpStream::connect_timeout(&address, PATIENCE).ok())
            .with_context(|| format!("nobody answers at {}:{}", self.host, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(stream)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_with_and_without_a_port() {
        for (url, host, port, named) in [
            ("http://127.0.0.1:8080", "127.0.0.1", 8080, "127.0.0.1:8080"),
            ("https://spor.example.org/", "spor.example.org", 443, "spor.example.org"),
            ("http://[::1]:81", "::1", 81, "[::1]:81"),
        ] {
            let door = Door::parse(url).unwrap();
            assert_eq!((door.host.as_str(), door.port, door.named.as_str()), (host, port, named));
        }
        assert!(Door::parse("spor.example.org").is_err());
    }

    #[test]
    fn a_reply_is_read_with_every_header() {
        let reply = Reply::parse(b"HTTP/1.0 200 OK\r\nA: 1\r\nSet-Cookie: x=1\r\na: 2\r\n\r\nbody").unwrap();
        assert_eq!((reply.status, reply.body.as_str()), (200, "body"));
        assert_eq!(reply.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert!(Reply::parse(b"nonsense").is_err());
    }
}
