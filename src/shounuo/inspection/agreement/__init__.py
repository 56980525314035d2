"""What was truly agreed in a call: amount to the cent, day, method, and whether the customer clearly said yes (P14).

The last version both sides hold wins. A question, a condition or a wish for instalments is no promise;
an amount asked is not an amount promised.
"""
