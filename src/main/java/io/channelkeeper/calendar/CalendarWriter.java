package io.channelkeeper.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;

import org.springframework.stereotype.Component;

import io.channelkeeper.support.BaseUrl;

/**
 * Writes calendars (RFC 5545). As long as nothing changes they are the same to the
 * letter. Without a method the stamp of an event says when it was last changed; its
 * number grows with each change.
 */
@Component
class CalendarWriter {

	/** How often programs are asked to look, as most of them understand it. */
	private static final String TOLD_EVERY = Duration.ofHours(1).toString();

	private final DeadlineWords words;

	private final BaseUrl baseUrl;

	CalendarWriter(DeadlineWords words, BaseUrl baseUrl) {
		this.words = words;
		this.baseUrl = baseUrl;
	}

	String write(FeedReader reader, List<Deadline> deadlines, Revision revision) {
		ICalendar calendar = new ICalendar();
		calendar.setProductId("-//Channelkeeper//Channelkeeper//EN");
		calendar.setExperimentalProperty("X-WR-CALNAME", escaped(this.words.name(reader)));
		calendar.setExperimentalProperty("X-PUBLISHED-TTL", TOLD_EVERY);
		deadlines.forEach((deadline) -> calendar.addEvent(event(reader, deadline, revision)));
		StringWriter text = new StringWriter();
		try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
			writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
			writer.write(calendar);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return FoldedLines.of(text.toString());
	}

	private VEvent event(FeedReader reader, Deadline deadline, Revision revision) {
		String link = link(reader, deadline);
		Date changed = Date.from(revision.at().truncatedTo(ChronoUnit.SECONDS));
		VEvent event = new VEvent();
		event.setUid(deadline.loginId() + "@" + this.baseUrl.root().getHost());
		event.setDateTimeStamp(changed);
		event.setLastModified(changed);
		event.setSequence(revision.number());
		event.setDateStart(Date.from(deadline.at().truncatedTo(ChronoUnit.SECONDS)), true);
		event.setSummary(this.words.summary(reader, deadline));
		event.setDescription(this.words.description(reader, deadline) + "\n" + link);
		event.setUrl(link);
		event.setTransparency(true);
		return event;
	}

	/**
	 * The channel on its creator's page, where everybody finds the button that is theirs.
	 */
	private String link(FeedReader reader, Deadline deadline) {
		Deadline.Carried first = deadline.channels().getFirst();
		return this.baseUrl.of("/creators/" + first.creatorId(), reader.organizationId()) + "#channel-" + first.id();
	}

	/** The library leaves names of its own making as they are. */
	private static String escaped(String line) {
		return line.replaceAll("([\\\\,;])", "\\\\$1");
	}

}
