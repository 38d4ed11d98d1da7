package demo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import practice.PracticeBrowser;

import org.springframework.web.util.HtmlUtils;

/**
 * Somebody at a browser who clicks through the application's pages over real HTTP.
 */
final class DemoBrowser {

	private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);

	private static final Pattern HIDDEN = Pattern.compile("<input\\b[^>]*type=\"hidden\"[^>]*>");

	private static final Pattern LEAVE = Pattern.compile("<a class=\"button\"[^>]*href=\"(http[^\"]+)\"");

	private final PracticeBrowser browser = new PracticeBrowser();

	/** Signs a member in. */
	void signIn(String base, String email, String password) {
		HttpResponse<String> page = this.browser.follow(base + "/login");
		submit(page, "/login", Map.of("email", email, "password", password));
	}

	/** Reads an invitation as a person does: the page tells that it was seen. */
	HttpResponse<String> read(String link) {
		HttpResponse<String> page = this.browser.follow(link);
		this.browser.post(link + "/seen", hidden(page.body()));
		return page;
	}

	/** Leaves for the network, agrees to everything but what is named, and comes back. */
	HttpResponse<String> connect(HttpResponse<String> page, String formAction, String who, Set<String> off) {
		return come(this.browser.consent(leave(page, formAction), who, off, null));
	}

	/** Leaves for the network and cancels there. */
	HttpResponse<String> cancel(HttpResponse<String> page, String formAction, String who) {
		return come(this.browser.cancel(leave(page, formAction), who));
	}

	HttpResponse<String> open(String address) {
		return this.browser.follow(address);
	}

	/** Sends the page's form whose address ends like that. */
	HttpResponse<String> submit(HttpResponse<String> page, String formAction, Map<String, String> typed) {
		Matcher forms = FORM.matcher(page.body());
		while (forms.find()) {
			String action = attribute(forms.group(1), "action");
			if (action.split("\\?", 2)[0].endsWith(formAction)) {
				Map<String, List<String>> fields = hidden(forms.group(2));
				typed.forEach((name, value) -> fields.put(name, List.of(value)));
				return answered(this.browser.post(page.uri().resolve(action).toString(), fields));
			}
		}
		throw new IllegalStateException("No form " + formAction + " on " + page.uri() + ": " + page.body());
	}

	private String leave(HttpResponse<String> page, String formAction) {
		HttpResponse<String> departure = submit(page, formAction, Map.of());
		Matcher link = LEAVE.matcher(departure.body());
		if (!link.find()) {
			throw new IllegalStateException("No way to the network: " + departure.body());
		}
		return HtmlUtils.htmlUnescape(link.group(1));
	}

	private HttpResponse<String> come(URI back) {
		return this.browser.follow(back.toString().replace("#_=_", ""));
	}

	private HttpResponse<String> answered(HttpResponse<String> answer) {
		if (answer.statusCode() >= 400) {
			throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
		}
		return answer.headers()
			.firstValue("Location")
			.map((address) -> this.browser.follow(answer.uri().resolve(address).toString()))
			.orElse(answer);
	}

	private static Map<String, List<String>> hidden(String html) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		Matcher inputs = HIDDEN.matcher(html);
		while (inputs.find()) {
			String name = attribute(inputs.group(), "name");
			if (!name.isEmpty()) {
				fields.put(name, List.of(attribute(inputs.group(), "value")));
			}
		}
		return fields;
	}

	private static String attribute(String tag, String name) {
		Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
		return matcher.find() ? HtmlUtils.htmlUnescape(matcher.group(1)) : "";
	}

}
