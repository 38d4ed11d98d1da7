package io.channelkeeper.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Why a creator who connected channels before is asked to sign in again (H-25).
 *
 * @param channels what is to be renewed, in the order of the letter
 * @param zone in which its days begin
 * @param today the day on which it is told
 */
public record Renewal(List<Line> channels, ZoneId zone, LocalDate today) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	public Renewal {
		channels = List.copyOf(channels);
	}

	public String handles() {
		return String.join(", ", this.channels.stream().map(Line::handle).toList());
	}

	/** Whether nothing is interrupted yet and there is a day by which to act. */
	public boolean hasDay() {
		return deadline().isPresent();
	}

	/** The first day on which something ends; empty where that is over or unknown. */
	public String day(Locale language) {
		return deadline().map((deadline) -> day(deadline, language)).orElse("");
	}

	/**
	 * The same for one channel: when it ends, or since when it is interrupted; the time
	 * where the sentence says that it is today.
	 */
	public String day(Line line, Locale language) {
		Instant moment = line.moment();
		if (moment == null) {
			return "";
		}
		return endsToday(line) ? TIME.format(moment.atZone(this.zone)) : day(moment, language);
	}

	/** Which sentence says how a channel stands, as the end of a message's key. */
	public String sentence(Line line) {
		String end = line.interrupted() ? "expired" : "expires";
		return (line.moment() == null) ? "open"
				: endsToday(line) ? end + "-today" : line.interrupted() ? "interrupted" : end;
	}

	/**
	 * What the subject of the mail names: how many, whether by a day (1) or today (2),
	 * and by which.
	 */
	List<Object> subject(Locale language) {
		boolean today = deadline().filter(this::isToday).isPresent();
		return List.of(this.channels.size(), !hasDay() ? 0 : today ? 2 : 1, day(language));
	}

	private boolean endsToday(Line line) {
		return line.atEnd() && line.moment() != null && isToday(line.moment());
	}

	private boolean isToday(Instant moment) {
		return moment.atZone(this.zone).toLocalDate().equals(this.today);
	}

	private Optional<Instant> deadline() {
		return this.channels.stream().anyMatch(Line::interrupted) ? Optional.empty()
				: this.channels.stream().map(Line::moment).filter(Objects::nonNull).min(Comparator.naturalOrder());
	}

	private String day(Instant moment, Locale language) {
		boolean german = Locale.GERMAN.getLanguage().equals(language.getLanguage());
		return DateTimeFormatter.ofPattern(german ? "d. MMMM" : "d MMMM", language).format(moment.atZone(this.zone));
	}

	/**
	 * A channel that is to be renewed.
	 *
	 * @param channelId the channel
	 * @param handle what people call it
	 * @param networkName its network's name
	 * @param interrupted whether nothing comes any more
	 * @param atEnd whether it simply comes, or came, to its end
	 * @param moment since when, or when it ends, or null when that is not known
	 */
	public record Line(UUID channelId, String handle, String networkName, boolean interrupted, boolean atEnd,
			@Nullable Instant moment) {

	}

}
