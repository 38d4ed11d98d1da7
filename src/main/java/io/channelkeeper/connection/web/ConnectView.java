package io.channelkeeper.connection.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.WayOut;

/**
 * What a member reads before leaving for a network.
 *
 * @param title what is about to be done
 * @param replacing whether another person is to take the place of who is signed in
 * @param trouble what is wrong now, or null
 * @param cost what that costs meanwhile, or null (H-1)
 * @param last who connected it last, or null (H-4)
 * @param replaced what becomes of the sign-in there is, or null
 * @param back which channels the same sign-in brings back, or null (H-7)
 * @param carried which other channels hang on the sign-in, or null
 * @param choose that all of these have to be chosen at the network, or null
 * @param ways the ways that are set up
 */
record ConnectView(String title, boolean replacing, @Nullable Trouble trouble, @Nullable String cost,
		@Nullable String last, @Nullable String replaced, @Nullable String back, @Nullable String carried,
		@Nullable String choose, List<Way> ways) {

	/**
	 * What is wrong now.
	 *
	 * @param stands the state in a few words
	 * @param before whether something has to happen before a sign-in helps
	 * @param lead what stands above the steps, or null where there is one at most
	 * @param steps what to do first
	 * @param ways what may be behind it, the most likely first
	 */
	record Trouble(String stands, boolean before, @Nullable String lead, List<String> steps, List<WayOut> ways) {

		/** The ways that say more than the steps. */
		public List<WayOut> others() {
			return this.ways.stream().filter((way) -> !way.steps().equals(this.steps)).toList();
		}

	}

	/**
	 * One way to sign in.
	 *
	 * @param provider the provider's id
	 * @param name its name
	 * @param gives what it gives; shown where there are several ways
	 * @param whose whose login is needed (M-4)
	 * @param uses that the network takes whoever is signed in (H-2)
	 * @param change how to change that
	 * @param needs what the network requires of that person (H-6)
	 * @param asks the permissions that it asks for (I-7, H-21)
	 */
	record Way(String provider, String name, String gives, String whose, String uses, String change, List<Point> needs,
			List<Point> asks) {

	}

	/**
	 * A point of a list.
	 *
	 * @param title what
	 * @param text how, or why
	 */
	record Point(String title, String text) {

	}

}
