// Takes the form of a product page (name, email, productNo, quantity, once) and places the order on My page.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const { MY_PAGE_URL, MY_PAGE_KEY, PORT = '3000' } = process.env;
const ask = (path, { headers, ...init } = {}) =>
  fetch(`${MY_PAGE_URL}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${MY_PAGE_KEY}`, ...headers } });

async function placeOrder(form) {
  const { passwordMode } = await (await ask('/site-settings')).json();
  if (['whole-website', 'webshop-only'].includes(passwordMode)) return `Log in to order: ${MY_PAGE_URL}/shop`;
  const { products } = await (await ask('/products')).json();
  const product = products.find(({ productNo }) => productNo === form.get('productNo'));
  if (!product) return 'There is no such product.';
  const { productNo, name: description, unitPriceMinor, vatPermille, currency } = product; // never the form's price
  const quantityMilli = Math.round(Number(form.get('quantity')) * 1000);
  const customer = { name: form.get('name'), email: form.get('email') };
  const lines = [{ productNo, description, quantityMilli, unitPriceMinor, vatPermille }];
  const reply = await ask('/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': form.get('once') },
    body: JSON.stringify({ customer, currency, lines }),
  });
  const { webOrderNo, message, faults = [] } = await reply.json();
  if (webOrderNo) return `Thank you. Your order no. is ${webOrderNo}.`;
  return [message, ...faults.map((fault) => `${fault.field}: ${fault.message}`)].join('\n');
}

const server = createServer(async (request, response) => {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(await placeOrder(new URLSearchParams(await text(request))));
});
server.listen(Number(PORT), () => console.log(`Listening at http://localhost:${server.address().port}`));
