package io.channelkeeper.warning;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * One warning to one person, and what became of it (B-8).
 *
 * @param id the warning
 * @param channel what about
 * @param kind what is told
 * @param about the moment that it is about: the end of a connection, or since when it is
 * interrupted
 * @param days how many days before the end, or null where it is about none
 * @param to who is told
 * @param createdAt when it was written down
 * @param fate how far it has come
 * @param fateAt since when; of what waits, until when; null where that is not known
 * @param answer what the mail server last said, or null
 */
public record LedgerLine(UUID id, About channel, WarningKind kind, Instant about, @Nullable Integer days, To to,
		Instant createdAt, WarningFate fate, @Nullable Instant fateAt, @Nullable Answer answer) {

	LedgerLine withoutAddresses() {
		return new LedgerLine(this.id, this.channel, this.kind, this.about, this.days,
				new To(this.to.name(), this.to.creator(), null), this.createdAt, this.fate, this.fateAt,
				(this.answer != null) ? new Answer(this.answer.meaning(), null) : null);
	}

	/**
	 * A channel.
	 *
	 * @param creator whose it is
	 * @param network where it lives
	 * @param handle its handle
	 * @param displayName its name there, or null
	 */
	public record About(String creator, NetworkId network, String handle, @Nullable String displayName) {

	}

	/**
	 * Who is told.
	 *
	 * @param name what that person is called
	 * @param creator whether it is a creator, else a member
	 * @param address where the mail went, or null while there is none and for whoever is
	 * not an admin
	 */
	public record To(String name, boolean creator, @Nullable String address) {

	}

	/**
	 * What a mail server said.
	 *
	 * @param meaning what it means
	 * @param words as it said it; as they may name addresses, null for whoever is not an
	 * admin
	 */
	public record Answer(MailAnswer meaning, @Nullable String words) {

	}

}
