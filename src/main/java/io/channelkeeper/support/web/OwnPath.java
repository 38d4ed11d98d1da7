package io.channelkeeper.support.web;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/**
 * A path within this installation that a browser may be sent to; never another site.
 *
 * @param value path and query, beginning with exactly one slash
 */
public record OwnPath(String value) {

	private static final Pattern SHAPE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>]]{0,1000}");

	/** Empty for anything that is not such a path. */
	public static Optional<OwnPath> parse(@Nullable String typed) {
		return (typed != null && SHAPE.matcher(typed).matches()) ? Optional.of(new OwnPath(typed)) : Optional.empty();
	}

	/** Sends the browser there after a form. */
	public RedirectView seeOther() {
		RedirectView view = new RedirectView(this.value, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExpandUriTemplateVariables(false);
		return view;
	}

}
