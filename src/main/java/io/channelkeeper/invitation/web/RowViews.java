package io.channelkeeper.invitation.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.invitation.InvitationRow;
import io.channelkeeper.invitation.RowChannel;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.invitation.web.RowView.ChannelLine;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Guidance;

/**
 * Puts rows of the list into words.
 */
@Component
class RowViews {

	private final Guidance guidance;

	private final InvitationWords words;

	RowViews(Guidance guidance, InvitationWords words) {
		this.guidance = guidance;
		this.words = words;
	}

	RowView of(InvitationRow row, Locale locale) {
		Optional<RowChannel> stuck = row.channels().stream().filter(RowChannel::isStuck).findFirst();
		List<ChannelLine> lines = row.channels()
			.stream()
			.map((channel) -> new ChannelLine(channel, text(row, channel, locale)))
			.toList();
		return new RowView(row, tone(row, stuck.isPresent()), icon(row, stuck.isPresent()),
				stuck.map((channel) -> text(row, channel, locale)).orElseGet(() -> text(row, locale)), lines,
				stuck.map((channel) -> answer(row, channel)).orElse(null));
	}

	/** The diagnosis in the counter line. */
	String generally(DiagnosisKind kind, Locale locale) {
		return this.guidance.generally(kind, locale);
	}

	private String text(InvitationRow row, Locale locale) {
		if (row.isPartly()) {
			return this.words.of("invitation.state.partly", locale, row.confirmed(), row.channels().size());
		}
		return row.channels()
			.stream()
			.filter((channel) -> channel.state() == row.state())
			.findFirst()
			.map((channel) -> text(row, channel, locale))
			.orElse("");
	}

	private String text(InvitationRow row, RowChannel channel, Locale locale) {
		Diagnosis diagnosis = channel.diagnosis();
		if (channel.isStuck() && diagnosis != null) {
			return this.words.of("invitation.state.stuck", locale,
					this.guidance.shortly(diagnosis, channel.providerName(), locale));
		}
		return switch (channel.state()) {
			case SENT -> this.words.of(row.byMail() ? "invitation.state.SENT" : "invitation.state.link-ready", locale);
			case OPENED ->
				this.words.of(channel.abandoned() ? "invitation.state.unfinished" : "invitation.state.OPENED", locale);
			case STARTED -> this.words.of("invitation.state.STARTED", locale, channel.providerName());
			case CONFIRMED, DECLINED, EXPIRED, REVOKED -> this.words.of("invitation.state." + channel.state(), locale);
		};
	}

	private @Nullable String answer(InvitationRow row, RowChannel channel) {
		Diagnosis diagnosis = channel.diagnosis();
		if (diagnosis == null) {
			return null;
		}
		List<String> steps = this.guidance.answer(diagnosis, channel.providerName(), row.language());
		String numbered = IntStream.range(0, steps.size())
			.mapToObj((index) -> (index + 1) + ". " + steps.get(index))
			.collect(Collectors.joining("\n"));
		return this.words.of("invitation.answer", row.language(), row.creatorName(),
				this.guidance.heading(diagnosis, channel.providerName(), row.language()), numbered, row.senderName());
	}

	private static String tone(InvitationRow row, boolean stuck) {
		if (stuck || row.mailRefused()) {
			return "attention";
		}
		return (row.state() == InvitationState.CONFIRMED) ? "good" : "neutral";
	}

	private static String icon(InvitationRow row, boolean stuck) {
		return stuck ? "alert-triangle" : switch (row.state()) {
			case SENT -> row.mailRefused() ? "mail-off" : "send";
			case OPENED -> "eye";
			case STARTED -> "login";
			case CONFIRMED -> "circle-check";
			case DECLINED -> "hand-stop";
			case EXPIRED -> "clock-x";
			case REVOKED -> "ban";
		};
	}

}
