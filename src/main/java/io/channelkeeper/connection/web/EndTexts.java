package io.channelkeeper.connection.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.MemberSignIn;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.SignInProviders;

/**
 * Says to a member how a sign-in ended.
 */
@Component
class EndTexts {

	private static final int MOST_STEPS = 9;

	private final MessageSource messages;

	private final SignInProviders providers;

	EndTexts(MessageSource messages, SignInProviders providers) {
		this.messages = messages;
		this.providers = providers;
	}

	EndText of(MemberSignIn end, Locale language) {
		Diagnosis diagnosis = end.diagnosis();
		if (diagnosis == null) {
			return new EndText(text("connection.done", language, end.plan().handle()), List.of());
		}
		Object[] names = names(diagnosis, this.providers.get(end.provider()).name(), language);
		String key = "diagnosis." + diagnosis.kind();
		List<String> steps = new ArrayList<>();
		for (int number = 1; number <= MOST_STEPS; number++) {
			String step = maybe(key + ".steps.other." + number, names,
					maybe(key + ".steps." + number, names, "", language), language);
			if (!step.isEmpty()) {
				steps.add(step);
			}
		}
		String heading = text(key + ".heading", language, names);
		boolean several = diagnosis.details().getOrDefault("permissions", "").contains(",");
		return new EndText(several ? maybe(key + ".heading.several", names, heading, language) : heading, steps);
	}

	String text(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
	}

	private String maybe(String key, Object[] names, String otherwise, Locale language) {
		return Objects.requireNonNullElse(this.messages.getMessage(key, names, otherwise, language), otherwise);
	}

	private Object[] names(Diagnosis diagnosis, String provider, Locale language) {
		Map<String, String> details = diagnosis.details();
		return switch (diagnosis.kind()) {
			case STOPPED, NO_PAGE, PERSONAL_ACCOUNT, NETWORK_DOWN -> new Object[] { provider };
			case PERMISSION_DECLINED -> new Object[] { permissions(details.getOrDefault("permissions", ""), language) };
			case PAGE_NOT_PUBLISHED, NO_PROFESSIONAL_ACCOUNT, ROLE_TOO_SMALL ->
				new Object[] { details.getOrDefault("page", "") };
			case OTHER_ACCOUNT ->
				new Object[] { details.getOrDefault("actual", ""), details.getOrDefault("expected", "") };
			case CONNECTED_BY_SOMEONE_ELSE ->
				new Object[] { details.getOrDefault("name", ""), details.getOrDefault("actual", "") };
		};
	}

	private String permissions(String keys, Locale language) {
		return String.join(", ",
				Arrays.stream(keys.split(",", -1))
					.map((key) -> this.messages.getMessage(key + ".name", null, key, language))
					.toList());
	}

	/**
	 * What stands on the page.
	 *
	 * @param heading the heading
	 * @param steps what to do, in order
	 */
	record EndText(String heading, List<String> steps) {
	}

}
