package io.channelkeeper.browser;

import java.awt.Color;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.HostilePictures;
import io.channelkeeper.picture.TestPictures;
import io.channelkeeper.support.BaseUrl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are too much, sent to the real server as browsers send them.
 */
@BrowserTest
class PictureLoadTests {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final String BOUNDARY = "boundary-of-the-parts";

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.build();

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	BaseUrl baseUrl;

	private String path = "";

	private String token = "";

	@BeforeEach
	void signIn() throws Exception {
		Viewer viewer = this.organizations.make("Bistro");
		UUID ana = this.creators.ana(viewer);
		this.path = "/creators/" + ana + "/picture";
		String form = "_csrf=" + encoded(token("/login")) + "&email=" + encoded(viewer.email()) + "&password="
				+ encoded(TestOrganizations.PASSWORD);
		assertThat(this.client
			.send(to("/login").header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form))
				.build(), BodyHandlers.discarding())
			.statusCode()).isBetween(302, 303);
		this.token = token(this.path);
	}

	@Test
	void saysTheLimitWhenTheServerItselfRefuses() throws Exception {
		byte[] jpeg = TestPictures.plain(Color.RED, 300, 300, "jpeg");
		assertThat(upload(jpeg).join().statusCode()).isEqualTo(303);
		String shown = picture();
		for (int size : new int[] { HostilePictures.LIMIT + 1, 3 * HostilePictures.LIMIT }) {
			HttpResponse<String> answer = upload(Arrays.copyOf(jpeg, size)).join();
			assertThat(answer.statusCode()).isEqualTo(303);
			assertThat(get(answer.headers().firstValue("Location").orElseThrow()).body())
				.contains("This file is larger than 5 MB");
			assertThat(picture()).isEqualTo(shown);
		}
		assertThat(upload(Arrays.copyOf(jpeg, HostilePictures.LIMIT)).join().statusCode()).isEqualTo(303);
	}

	@Test
	@DisplayName("50 bombs at once leave the application answering")
	void answersWhileBombsCome() throws Exception {
		List<byte[]> bombs = HostilePictures.all()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().matches(".*(000|0 MB|5 MB).*"))
			.map((entry) -> entry.getValue().bytes())
			.toList();
		flood(bombs, Duration.ofSeconds(5));
	}

	@Test
	@Tag("benchmarks")
	@DisplayName("50 of the largest pictures at once leave the application answering")
	void answersWhileTheLargestCome() throws Exception {
		flood(HostilePictures.heaviest(), Duration.ofSeconds(10));
	}

	/** Pages are read one after the other until all files were answered. */
	private void flood(List<byte[]> files, Duration patience) throws Exception {
		List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
		for (int at = 0; at < 50; at++) {
			answers.add(upload(files.get(at % files.size())));
		}
		CompletableFuture<?> all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
		Duration slowest = Duration.ZERO;
		int pages = 0;
		long most = 0;
		do {
			long start = System.nanoTime();
			assertThat(get("/portfolio").statusCode()).isEqualTo(200);
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			slowest = (took.compareTo(slowest) > 0) ? took : slowest;
			most = Math.max(most, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
			pages++;
		}
		while (!all.isDone());
		System.out.printf(
				"50 uploads at once; meanwhile %d pages, the slowest in %d ms; at most %d MB of heap in use%n", pages,
				slowest.toMillis(), most / 1_000_000);
		assertThat(slowest).isLessThan(patience);
		assertThat(answers).allMatch((answer) -> List.of(303, 422).contains(answer.join().statusCode()));
	}

	private CompletableFuture<HttpResponse<String>> upload(byte[] file) {
		byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + this.token
				+ "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"me.jpg\"\r\n"
				+ "Content-Type: image/jpeg\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8);
		BodyPublisher body = BodyPublishers
			.ofByteArrays(List.of(head, file, ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)));
		long length = head.length + file.length + BOUNDARY.length() + 8L;
		return this.client.sendAsync(to(this.path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(BodyPublishers.fromPublisher(body, length))
			.build(), BodyHandlers.ofString());
	}

	private String picture() throws Exception {
		Matcher picture = Pattern.compile("/pictures/[0-9a-f]{64}").matcher(get("/portfolio").body());
		return picture.find() ? picture.group() : "none " + ThreadLocalRandom.current().nextInt();
	}

	private String token(String path) throws Exception {
		Matcher token = TOKEN.matcher(get(path).body());
		assertThat(token.find()).as("token of " + path).isTrue();
		return token.group(1);
	}

	private HttpResponse<String> get(String path) throws Exception {
		return this.client.send(to(path).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder to(String path) {
		return HttpRequest.newBuilder(URI.create(this.baseUrl.root() + path));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
