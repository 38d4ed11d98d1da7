package practice;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * A person at a browser without JavaScript: goes to addresses, keeps cookies, fills in
 * the practice networks' forms.
 */
public final class PracticeBrowser {

	private static final Pattern VALUE = Pattern.compile("name=\"(page|permission)\" value=\"([^\"]+)\"[^>]*>");

	private static final Pattern ACTION = Pattern
		.compile("<form method=\"post\" action=\"([^\"]+(?:dialog|auth)[^\"]+)\"");

	private static final Pattern DECISION = Pattern.compile("name=\"decision\" value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	/** Goes to an address without following its redirect. */
	public HttpResponse<String> get(String address) {
		return send(HttpRequest.newBuilder(URI.create(address)).GET().build());
	}

	/** Goes to an address and on to where it leads. */
	public HttpResponse<String> follow(String address) {
		HttpResponse<String> page = get(address);
		for (int hop = 0; page.statusCode() / 100 == 3 && hop < 10; hop++) {
			page = get(page.uri().resolve(page.headers().firstValue("Location").orElseThrow()).toString());
		}
		return page;
	}

	/** Sends a form without following the answer's redirect. */
	public HttpResponse<String> post(String address, Map<String, List<String>> form) {
		List<String> pairs = new ArrayList<>();
		form.forEach(
				(name, values) -> values.forEach((value) -> pairs.add(URLEncoder.encode(name, StandardCharsets.UTF_8)
						+ "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
		return send(HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(String.join("&", pairs)))
			.build());
	}

	/**
	 * Logs in at a practice network and answers its dialog with everything switched on.
	 * @return the address that the network sends the browser back to
	 */
	public URI consent(String dialog, String who) {
		return consent(dialog, who, Set.of(), null);
	}

	/**
	 * Logs in at a practice network, unless somebody is, and answers its dialog.
	 * @param off the permissions to switch off
	 * @param pages the ids of the pages to choose, or null for those that are preset
	 * @return the address that the network sends the browser back to
	 */
	public URI consent(String dialog, String who, Set<String> off, @Nullable Set<String> pages) {
		HttpResponse<String> page = dialog(dialog, who);
		Map<String, List<String>> form = new LinkedHashMap<>();
		form.put("decision", List.of(agreement(page)));
		Matcher boxes = VALUE.matcher(page.body());
		while (boxes.find()) {
			boolean isPage = boxes.group(1).equals("page");
			boolean chosen = (isPage && pages != null) ? pages.contains(boxes.group(2))
					: boxes.group().contains("checked") && !off.contains(boxes.group(2));
			if (chosen) {
				form.computeIfAbsent(boxes.group(1), (key) -> new ArrayList<>()).add(boxes.group(2));
			}
		}
		return back(page, form);
	}

	/** Logs in at a practice network and cancels. */
	public URI cancel(String dialog, String who) {
		return back(dialog(dialog, who), Map.of("decision", List.of("cancel")));
	}

	/** Logs in, unless somebody is, and opens the dialog. */
	public HttpResponse<String> dialog(String dialog, String who) {
		HttpResponse<String> page = follow(dialog);
		if (page.uri().getPath().endsWith("/login")) {
			String next = Objects.requireNonNull(query(page.uri()).get("next"));
			HttpResponse<String> login = post(page.uri().resolve(page.uri().getPath()).toString(),
					Map.of("email", List.of(""), "as", List.of(who), "next", List.of(next)));
			page = follow(login.uri().resolve(login.headers().firstValue("Location").orElseThrow()).toString());
		}
		return page;
	}

	/** The code in an address that a network sent the browser back to. */
	public static String code(URI address) {
		return Objects.requireNonNull(query(address).get("code"), address::toString);
	}

	/** The parameters of an address. */
	public static Map<String, String> query(URI address) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String pair : address.getRawQuery().split("&", -1)) {
			int sign = pair.indexOf('=');
			values.put(pair.substring(0, sign), URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
		}
		return values;
	}

	/** The first button agrees; every network has its own word for that. */
	private static String agreement(HttpResponse<String> page) {
		Matcher button = DECISION.matcher(page.body());
		return button.find() ? button.group(1) : "continue";
	}

	private URI back(HttpResponse<String> page, Map<String, List<String>> form) {
		Matcher action = ACTION.matcher(page.body());
		if (!action.find()) {
			throw new IllegalStateException("No consent page at " + page.uri() + ": " + page.body());
		}
		HttpResponse<String> answer = post(page.uri().resolve(HtmlUtils.htmlUnescape(action.group(1))).toString(),
				form);
		return URI.create(answer.headers().firstValue("Location").orElseThrow());
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
