package practice;

import java.util.List;
import java.util.Map;

/**
 * One provider of the practice networks, as the common pages know it. One bean per
 * provider, in a folder of its own.
 */
public interface PracticeProvider {

	/**
	 * Its name: the first part of its addresses, and the folder of its templates, where
	 * {@code control.html} is its part of the control page.
	 */
	String name();

	/** The networks whose answers can be made wrong, see {@link Faults}. */
	List<String> networks();

	/** The settings that point the application at it. */
	Map<String, String> settings(String baseUrl);

	/** What its part of the control page shows. */
	Object view();

	/** Everything as in the beginning; nothing that was issued is accepted any more. */
	void reset();

	/** Everything that has to be known again after a restart, as a value for JSON. */
	Object notes();

	/** Takes up what {@link #notes} once said, as JSON. */
	void recall(String notes);

}
