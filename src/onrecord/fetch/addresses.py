"""Which addresses may be connected to: public ones only, unless the user allows others.

The networks are those of IANA's special-purpose address registries for IPv4 and IPv6 (RFC 6890 and
after), listed here because Python's own lists differ between its versions. IPv6 addresses that carry an
IPv4 address inside (mapped, NAT64, 6to4, Teredo) are refused whole: what they reach cannot be seen.
"""

import ipaddress
import socket
from collections.abc import Callable

from onrecord.fetch.outcome import RefusedError
from onrecord.fetch.urls import Target

Resolver = Callable[[str, int], list[str]]
"""Addresses of a host name, best first; raises OSError when there are none."""

_NETWORKS = tuple(
    (ipaddress.ip_network(network), name)
    for network, name in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-shared"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::/96", "IPv4-compatible"),
        ("::ffff:0:0/96", "IPv4-mapped"),
        ("::ffff:0:0:0/96", "IPv4-translated"),
        ("64:ff9b::/96", "NAT64"),
        ("64:ff9b:1::/48", "local NAT64"),
        ("100::/64", "discard-only"),
        ("2001::/32", "Teredo"),
        ("2001::/23", "protocol"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("3fff::/20", "documentation"),
        ("fc00::/7", "unique local"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
_PUBLIC6 = ipaddress.ip_network("2000::/3")


def why_not_public(address: str) -> str | None:
    """Why an address is not a public one ("loopback (127.0.0.0/8)"); None when it is."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "not an IP address"
    for network, name in _NETWORKS:
        if parsed.version == network.version and parsed in network:
            return f"{name} ({network})"
    if parsed.version == 6 and parsed not in _PUBLIC6:
        return "outside of the public range (2000::/3)"
    return None if parsed.is_global else "not public by the registries of IANA"


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a host name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def addresses_of(target: Target, resolver: Resolver, allow_private: bool) -> list[str]:
    """The addresses that may be connected to for `target`; what is returned is what was checked.

    A name that leads to a public and to another address is refused: no honest server needs that.
    Raises RefusedError.
    """
    try:
        ipaddress.ip_address(target.host)
        found = [target.host]
    except ValueError:
        try:
            found = resolver(target.host, target.port)
        except (OSError, UnicodeError) as error:
            raise RefusedError(
                "no such host", f"{target.url}: {target.host} has no address ({error})"
            ) from error
    if not found:
        raise RefusedError("no such host", f"{target.url}: {target.host} has no address")
    if allow_private:
        return found
    for address in found:
        why = why_not_public(address)
        if why:
            led = "" if address == target.host else f"{target.host} leads to "
            raise RefusedError("private address", f"{target.url}: {led}{address}, which is {why}")
    return found
