package io.channelkeeper.invitation.web;

import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.EmailAddress;

/**
 * A creator's question.
 *
 * @param question the question
 * @param reply where the answer goes, or nothing
 */
record QuestionForm(@NotBlank(message = "{invitation.page.ask.missing}") @Size(max = 2000,
		message = "{invitation.page.ask.long}") @Nullable String question, @Nullable String reply) {

	/** Whether something was typed for the answer that is no address. */
	boolean hasWrongReply() {
		return this.reply != null && !this.reply.isBlank() && address().isEmpty();
	}

	Optional<EmailAddress> address() {
		return (this.reply != null) ? EmailAddress.parse(this.reply) : Optional.empty();
	}

}
