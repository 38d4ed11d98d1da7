package io.channelkeeper.picture;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.http.client.InetAddressFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(20)
class PictureFetcherTests {

	private final PictureHost host = new PictureHost();

	private final AllowedHosts allowed = new AllowedHosts(List.of("*.cdn.example", this.host.origin()));

	private final PictureFetcher fetcher = new PictureFetcher(1000, Duration.ofSeconds(10), 2);

	private final PictureFetcher hasty = new PictureFetcher(1000, Duration.ofMillis(300), 2);

	@AfterEach
	void stop() {
		this.host.close();
	}

	@Test
	void bringsTheBytes() {
		assertThat(this.fetcher.fetch(this.host.serve("picture".getBytes(StandardCharsets.UTF_8)), this.allowed))
			.isEqualTo("picture".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void followsARedirectToAnAllowedPlace() {
		URI target = this.host.serve("picture".getBytes(StandardCharsets.UTF_8));

		assertThat(this.fetcher.fetch(this.host.redirect(target.getPath()), this.allowed)).hasSize(7);
	}

	@Test
	void stopsAfterThreeRedirects() {
		URI address = this.host.serve(new byte[10]);
		for (int redirect = 0; redirect < 4; redirect++) {
			address = this.host.redirect(address.toString());
		}

		assertRefused(address, MissingReason.NOT_ALLOWED);
	}

	@Test
	void refusesARedirectToTheMetadataService() {
		assertRefused(this.host.redirect("http://169.254.169.254/latest/meta-data/"), MissingReason.NOT_ALLOWED);
	}

	@Test
	void refusesARedirectToAnotherLoopbackPort() {
		try (PictureHost other = new PictureHost()) {
			assertRefused(this.host.redirect(other.serve(new byte[10]).toString()), MissingReason.NOT_ALLOWED);
		}
	}

	@Test
	void refusesARedirectThatIsNoAddress() {
		assertRefused(this.host.redirect("http://[nowhere"), MissingReason.NOT_ALLOWED);
	}

	@Test
	void refusesAnAllowedNameOfAPrivateAddress() {
		AllowedHosts tricked = new AllowedHosts(List.of("localhost", "127.0.0.1", "169.254.169.254"));

		assertRefused(URI.create("https://localhost/a.jpg"), tricked, MissingReason.NOT_ALLOWED);
		assertRefused(URI.create("https://127.0.0.1/a.jpg"), tricked, MissingReason.NOT_ALLOWED);
		assertRefused(URI.create("https://169.254.169.254/a.jpg"), tricked, MissingReason.NOT_ALLOWED);
	}

	@Test
	@DisplayName("a name that leads to a public address first and to a private one then is checked each time, once")
	void refusesANameThatChangesItsMind() throws UnknownHostException {
		InetAddress open = InetAddress.getByAddress(new byte[] { 127, 0, 0, 2 });
		InetAddress closed = InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
		Deque<InetAddress[]> answers = new ArrayDeque<>(
				List.of(new InetAddress[] { open }, new InetAddress[] { closed }));
		PictureFetcher rebound = new PictureFetcher(1000, Duration.ofSeconds(5), 2, new SystemDefaultDnsResolver() {

			@Override
			public InetAddress[] resolve(String host) {
				return answers.pop();
			}

		}, InetAddressFilter.of("127.0.0.2"));
		URI address = URI.create("https://i.cdn.example/a.jpg");
		assertRefused(rebound, address, MissingReason.UNREACHABLE);
		assertThat(answers).hasSize(1);
		assertRefused(rebound, address, MissingReason.NOT_ALLOWED);
		assertThat(answers).isEmpty();
	}

	@Test
	void stopsReadingWhatIsTooLarge() {
		assertRefused(this.host.serve(new byte[1001]), MissingReason.TOO_LARGE);
		assertRefused(this.host.serveUnannounced(new byte[1001]), MissingReason.TOO_LARGE);
		assertThat(this.fetcher.fetch(this.host.serveUnannounced(new byte[1000]), this.allowed)).hasSize(1000);
	}

	@Test
	void givesUpOnWhatNeverEnds() {
		assertThatExceptionOfType(PictureMissingException.class)
			.isThrownBy(() -> this.hasty.fetch(this.host.neverEnd(), this.allowed))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(MissingReason.UNREACHABLE));
		assertThatExceptionOfType(PictureMissingException.class)
			.isThrownBy(() -> this.hasty.fetch(this.host.neverAnswer(), this.allowed))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(MissingReason.UNREACHABLE));
	}

	@Test
	@DisplayName("pictures of one server that hang hold up no more than its connections")
	void fetchesAsManyAtOnceAsItMay() throws InterruptedException {
		PictureFetcher wide = new PictureFetcher(1000, Duration.ofSeconds(10), 9);
		CountDownLatch hanging = new CountDownLatch(8);
		CountDownLatch fetched = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int picture = 0; picture < 8; picture++) {
				URI slow = this.host.serveAfter(() -> await(hanging, fetched), new byte[10]);
				threads.execute(() -> wide.fetch(slow, this.allowed));
			}
			assertThat(hanging.await(5, TimeUnit.SECONDS)).isTrue();
			assertThat(wide.fetch(this.host.serve(new byte[10]), this.allowed)).hasSize(10);
			fetched.countDown();
		}
	}

	private static void await(CountDownLatch hanging, CountDownLatch fetched) {
		hanging.countDown();
		try {
			fetched.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void tellsGoneFromLater() {
		assertRefused(this.host.fail(403), MissingReason.GONE);
		assertRefused(this.host.fail(404), MissingReason.GONE);
		assertRefused(this.host.fail(304), MissingReason.GONE);
		assertRefused(this.host.fail(302), MissingReason.GONE);
		assertRefused(this.host.fail(300), MissingReason.GONE);
		assertRefused(this.host.fail(429), MissingReason.UNREACHABLE);
		assertRefused(this.host.fail(503), MissingReason.UNREACHABLE);
		this.host.close();
		assertRefused(URI.create(this.host.origin() + "/a"), MissingReason.UNREACHABLE);
	}

	@Test
	@Timeout(60)
	void takesEachHostileFileForWhatItIs() {
		PictureFetcher real = new PictureFetcher(HostilePictures.LIMIT, Duration.ofSeconds(30), 2);
		PictureNormalizer normalizer = new PictureNormalizer(new PictureDecoders());
		HostilePictures.all().forEach((name, file) -> {
			URI address = this.host.serve(file.bytes());
			if (file.refused() == null) {
				assertThat(normalizer.normalize(real.fetch(address, this.allowed)).hash()).as(name).isNotEmpty();
			}
			else {
				assertThatExceptionOfType(PictureMissingException.class).as(name)
					.isThrownBy(() -> normalizer.normalize(real.fetch(address, this.allowed)))
					.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(file.refused()));
			}
		});
	}

	private void assertRefused(URI address, MissingReason reason) {
		assertRefused(address, this.allowed, reason);
	}

	private void assertRefused(PictureFetcher asked, URI address, MissingReason reason) {
		assertThatExceptionOfType(PictureMissingException.class).isThrownBy(() -> asked.fetch(address, this.allowed))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private void assertRefused(URI address, AllowedHosts hosts, MissingReason reason) {
		assertThatExceptionOfType(PictureMissingException.class).isThrownBy(() -> this.fetcher.fetch(address, hosts))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
