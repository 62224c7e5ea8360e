import { render } from 'preact';

/** The least that a popup with a form can be: nothing stored, nothing asked, no styles. */
const root = document.getElementById('app');
if (root) {
  render(
    <main>
      <form>
        <select name="grant">
          <option>password</option>
        </select>
        <input name="client_id" />
        <input name="username" />
        <input name="password" type="password" />
        <button type="submit">Get token</button>
      </form>
    </main>,
    root,
  );
}
