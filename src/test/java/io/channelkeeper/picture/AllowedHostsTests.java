package io.channelkeeper.picture;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.channelkeeper.picture.AllowedHosts.Access;

import static org.assertj.core.api.Assertions.assertThat;

class AllowedHostsTests {

	private final AllowedHosts hosts = new AllowedHosts(
			List.of("*.fbcdn.net", "i.example", "http://localhost:9090", "https://cdn.example"));

	@ParameterizedTest
	@ValueSource(strings = { "https://a.fbcdn.net/x.jpg?oh=1", "https://a.b.FBCDN.net:443/", "https://i.example/" })
	void allowsPublicAddressesOfNamedHosts(String address) {
		assertThat(this.hosts.access(URI.create(address))).isEqualTo(Access.PUBLIC_ADDRESSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://a.fbcdn.net/", "https://a.fbcdn.net:8443/", "https://fbcdn.net/",
			"https://evilfbcdn.net/", "https://a.fbcdn.net.evil.example/", "https://a.fbcdn.net@evil.example/",
			"https://user@i.example/", "https://x.i.example/", "http://localhost:9091/", "https://localhost:9090/",
			"http://localhost/", "http://127.0.0.1:9090/", "file:///etc/passwd", "ftp://i.example/",
			"data:text/plain,x", "//i.example/", "/x", "https:///x" })
	void refusesEverythingElse(String address) {
		assertThat(this.hosts.access(URI.create(address))).isEqualTo(Access.NONE);
	}

	@Test
	void allowsExactlyTheNamedOrigin() {
		assertThat(this.hosts.access(URI.create("http://localhost:9090/a.png"))).isEqualTo(Access.EXACT_ORIGIN);
		assertThat(this.hosts.access(URI.create("https://cdn.example/a.png"))).isEqualTo(Access.EXACT_ORIGIN);
	}

}
