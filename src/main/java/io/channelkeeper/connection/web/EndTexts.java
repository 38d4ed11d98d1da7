package io.channelkeeper.connection.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.springframework.web.util.UriComponentsBuilder;

import io.channelkeeper.connection.Dependents;
import io.channelkeeper.connection.MemberSignIn;
import io.channelkeeper.connection.Sibling;
import io.channelkeeper.network.Cause;
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

	private final List<Dependents> dependents;

	EndTexts(MessageSource messages, SignInProviders providers, Guidance guidance,
			ObjectProvider<Dependents> dependents) {
		this.dependents = dependents.orderedStream().toList();
		this.messages = messages;
		this.providers = providers;
		this.guidance = guidance;
	}

	EndText of(MemberSignIn end, Locale language) {
		Diagnosis diagnosis = end.diagnosis();
		if (diagnosis == null) {
			return new EndText(text("connection.done", language, end.plan().handle()), List.of());
		}
		String repairedBy = end.repairedBy();
		if (repairedBy != null) {
			return new EndText(text("connection.repaired", language, repairedBy, end.plan().handle()), List.of());
		}
		String provider = this.providers.get(end.provider()).name();
		return new EndText(this.guidance.heading(diagnosis, provider, language),
				this.guidance.steps(diagnosis, provider, PhoneSystem.OTHER, language));
	}

	/** What the sign-in did beside, and what depended on the channel (H-7, H-24, M-9). */
	List<Check> checks(MemberSignIn end, Locale language) {
		List<Check> checks = new ArrayList<>();
		if (end.diagnosis() != null) {
			return checks;
		}
		if (!end.broughtBack().isEmpty()) {
			checks.add(new Check(text("connection.back-now", language,
					end.broughtBack().stream().map(Sibling::named).collect(Collectors.joining(", "))), null));
		}
		end.leftOut().forEach((channel) -> checks.add(notBack(channel, end, language)));
		if (end.reconnection() && !end.plan().readThrough().isEmpty()) {
			checks.add(
					new Check(text("connection.look-at", language, String.join(", ", end.plan().readThrough())), null));
		}
		if (end.reconnection()) {
			this.dependents.forEach((one) -> checks.addAll(one.of(end.plan().channel().id(), language)
				.stream()
				.map((dependent) -> new Check(dependent.text(), dependent.path()))
				.toList()));
		}
		return checks;
	}

	private Check notBack(Sibling channel, MemberSignIn end, Locale language) {
		Cause cause = channel.standing().cause();
		String path = UriComponentsBuilder.fromPath("/channels/{id}/connect")
			.queryParam("from", "{from}")
			.encode()
			.buildAndExpand(channel.channel().id(), end.returnPath())
			.toUriString();
		if (cause == null) {
			return new Check(text("connection.not-back.plain", language, channel.named()), path);
		}
		return new Check(
				text("connection.not-back", language, channel.named(),
						this.guidance.cause(cause, channel.standing().causeDetail(), language), this.guidance.firstStep(
								cause, channel.network().id(), this.providers.get(end.provider()).name(), language)),
				path);
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

	/**
	 * Something to look at; it waits in the session for the next page.
	 *
	 * @param text what
	 * @param link where, or null
	 */
	record Check(String text, @Nullable String link) implements Serializable {
	}

}
