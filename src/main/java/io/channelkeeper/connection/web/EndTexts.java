package io.channelkeeper.connection.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.MemberSignIn;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.Guidance;
import io.channelkeeper.network.PhoneSystem;
import io.channelkeeper.network.SignInProviders;

/**
 * Says to a member how a sign-in ended.
 */
@Component
class EndTexts {

	private final MessageSource messages;

	private final SignInProviders providers;

	private final Guidance guidance;

	EndTexts(MessageSource messages, SignInProviders providers, Guidance guidance) {
		this.messages = messages;
		this.providers = providers;
		this.guidance = guidance;
	}

	EndText of(MemberSignIn end, Locale language) {
		Diagnosis diagnosis = end.diagnosis();
		if (diagnosis == null) {
			return new EndText(text("connection.done", language, end.plan().handle()), List.of());
		}
		String provider = this.providers.get(end.provider()).name();
		return new EndText(this.guidance.heading(diagnosis, provider, language),
				this.guidance.steps(diagnosis, provider, PhoneSystem.OTHER, language));
	}

	String text(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
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
