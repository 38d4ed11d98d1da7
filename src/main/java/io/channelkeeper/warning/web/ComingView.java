package io.channelkeeper.warning.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What will be sent in the next 30 days, as it is shown.
 *
 * @param renewals who renews what, in one line
 * @param days by day
 * @param today the last day of a table of warnings, unless another is chosen
 * @param monthAgo its first one
 */
record ComingView(String renewals, List<Day> days, LocalDate today, LocalDate monthAgo) {

	/**
	 * One day.
	 *
	 * @param date for its address
	 * @param day as it is read
	 * @param time when mails leave
	 * @param channels how many channels it is about
	 * @param toMembers how many mails to members
	 * @param toCreators how many mails to creators
	 * @param shown some of the channels
	 * @param more how many others there are
	 */
	record Day(LocalDate date, String day, String time, int channels, int toMembers, int toCreators,
			List<Channel> shown, int more) {

	}

	/**
	 * One channel.
	 *
	 * @param creatorId whose it is
	 * @param creator the creator's name
	 * @param network where it lives
	 * @param networkName its name
	 * @param handle what people call it
	 * @param what how many days before which end
	 * @param byCreator whether the creator has to renew it
	 */
	record Channel(UUID creatorId, String creator, String network, String networkName, String handle, String what,
			boolean byCreator) {

	}

}
